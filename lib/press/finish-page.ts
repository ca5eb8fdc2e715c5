/**
 * What the press does to a page that left the framework: it puts the client runtime, and the data that the
 * runtime wakes the page with, off until the reader asks for something that needs them; it puts the styles
 * that the page needs into it, adds the page's own scripts, and hashes every inline script and style for the
 * policy. It reads the HTML alone and knows nothing of the framework but how its scripts and style sheets
 * look; a page that looks otherwise goes out as it came, under a policy that holds all the same.
 *
 * A page is read as bytes, each a character of Latin-1: mark-up is ASCII, and letters that are not pass
 * through untouched. Read as UTF-8 a page in Armenian would take four times the memory, and as much longer.
 */
import { createHash } from 'node:crypto';
import { jsonInHtml } from '../content/json-in-html.ts';
import type { PageScripts } from './page-script.ts';
import { stylesFor, type PageStyles } from './page-styles.ts';
import { pagePolicy } from './policy.ts';
import { SPECULATION_RULES } from './speculation-rules.ts';

export interface FinishedPage {
  body: Buffer;
  /** The Content-Security-Policy header. */
  policy: string;
  /** What the runtime wakes the page with, as a script of its own; null where nothing waits. */
  data: PageData | null;
  /** Whether the styles stand in the page: no sheet is to be fetched early. */
  isStyled: boolean;
}

export interface PageData {
  /** Under this it is kept: a hash of the script. */
  path: string;
  script: Buffer;
}

export interface FinishOptions {
  /** The page's address, by which its data can be made again. */
  url: string;
  /** What runs before the first paint, and what works before the runtime is there. */
  scripts: PageScripts;
  styles: PageStyles;
  /** Whether the runtime waits; a page that is all for work loads it at once. */
  defers: boolean;
}

/** A script or style with what stands in it. */
interface Element {
  name: string;
  attributes: string;
  text: string;
  /** Where it begins in the page, and where what follows it does. */
  start: number;
  end: number;
}

const OPENING = /<(script|style)((?:\s[^>]*)?)>/g;
/** A script of the framework's build, and the hint to fetch one early. */
const FILE = /^ src="(\/_next\/static\/[^"]+\.js)"(.*)$/;
const EARLY = /<link rel="preload" as="script"[^>]*>/g;
/** An inline script that hands over the framework's data, or names the files that it begins with. */
const DATA = /^(?:\(globalThis\["TURBOPACK"\]|\(?self\.__next_f)/;
const DATA_ATTRIBUTES = ['', ' id="_R_"'];
/** A style sheet of the framework's build. */
const SHEET =
  /<link rel="stylesheet" href="(\/_next\/static\/[^"]+\.css)" data-precedence="[^"]*"\/>/g;
/** What makes a script one that does not run here: a file has its own address, and data is none. */
const NOT_INLINE = /\ssrc=|type="application\/(ld\+)?json"/;
const HEAD = '<head>';
const END = '</body></html>';

const charactersOf = (bytes: Buffer): string => bytes.toString('latin1');
const bytesOf = (characters: string): Buffer => Buffer.from(characters, 'latin1');
const encoded = (text: string): string => charactersOf(Buffer.from(text));

/**
 * Finishes a page.
 * @param bytes - as the framework rendered it, in UTF-8
 */
export function finishPage(bytes: Buffer, options: FinishOptions): FinishedPage {
  const html = charactersOf(bytes);
  if (!html.endsWith(END) || !html.includes(HEAD)) {
    return { body: bytes, policy: policyOf(elementsOf(html)), data: null, isStyled: false };
  }
  const { scripts } = options;
  const waiting = options.defers ? takeRuntime(html) : null;
  const styled = waiting && putStylesIn(waiting.html, options.styles);
  const files = waiting && [
    `${waiting.data.path}?of=${encodeURIComponent(options.url)}`,
    ...(styled?.sheets ?? []),
    ...waiting.files,
  ];
  const list = files
    ? `<script type="application/json" id="runtime">${jsonInHtml(files)}</script>`
    : '';
  const first = `<script>${encoded(scripts.first)}</script>`;
  const last =
    `<script type="speculationrules">${SPECULATION_RULES}</script>${list}` +
    `<script>${encoded(scripts.main)}</script>`;
  const page = styled?.html ?? waiting?.html ?? html;
  const begin = page.indexOf(HEAD) + HEAD.length;
  const body = bytesOf(page.slice(0, begin) + first + page.slice(begin, -END.length) + last + END);
  return {
    body,
    policy: policyOf(elementsOf(charactersOf(body))),
    data: waiting?.data ?? null,
    isStyled: styled !== null,
  };
}

/** Every script and style of a page, in their order. */
function* elementsOf(html: string): Iterable<Element> {
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(html); match; match = OPENING.exec(html)) {
    const [opening, name = '', attributes = ''] = match;
    const begin = match.index + opening.length;
    const closing = `</${name}>`;
    const close = html.indexOf(closing, begin);
    if (close < 0) return;
    const end = close + closing.length;
    OPENING.lastIndex = end;
    yield { name, attributes, text: html.slice(begin, close), start: match.index, end };
  }
}

/** Puts the styles that a page needs in the place of its sheets; null where they are not known. */
function putStylesIn(html: string, styles: PageStyles): { html: string; sheets: string[] } | null {
  const sheets = [...html.matchAll(SHEET)].map(([, address = '']) => address);
  const css = sheets.length > 0 ? stylesFor(html, sheets, styles) : null;
  if (css === null) return null;
  let isIn = false;
  const page = html.replace(SHEET, () => {
    const style = isIn ? '' : `<style>${encoded(css)}</style>`;
    isIn = true;
    return style;
  });
  return { html: page, sheets };
}

/** Takes the framework's scripts out of a page; null where they do not look as they are known to. */
function takeRuntime(html: string): { html: string; files: string[]; data: PageData } | null {
  const files: string[] = [];
  const handed: string[] = [];
  let page = '';
  let kept = 0;
  for (const { attributes, text, start, end } of elementsOf(html)) {
    const [, source, rest = ''] = FILE.exec(attributes) ?? [];
    const isData = DATA_ATTRIBUTES.includes(attributes) && DATA.test(text);
    if (source === undefined && !isData) continue;
    // Browsers without modules read the page as it is.
    if (source === undefined) handed.push(text);
    else if (!/nomodule/i.test(rest)) files.push(source);
    page += html.slice(kept, start);
    kept = end;
  }
  page += html.slice(kept);
  if (files.length === 0 || !handed.some((text) => text.includes('__next_f.push'))) return null;
  const script = bytesOf(handed.join(';\n'));
  const hash = createHash('sha256').update(script).digest('base64url').slice(0, 22);
  return { html: page.replace(EARLY, ''), files, data: { path: `/_press/${hash}.js`, script } };
}

/** A policy that names every inline script that would run, and every inline style. */
function policyOf(elements: Iterable<Element>): string {
  const scripts: Buffer[] = [];
  const styles: Buffer[] = [];
  for (const { name, attributes, text } of elements) {
    if (name === 'style') styles.push(bytesOf(text));
    else if (!NOT_INLINE.test(attributes)) scripts.push(bytesOf(text));
  }
  return pagePolicy({ scripts, styles });
}
