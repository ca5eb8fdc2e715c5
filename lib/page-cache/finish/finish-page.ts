/**
 * Post-processes a page that the framework rendered: defers the client runtime and the hydration data until
 * the reader uses something that needs them, inlines the styles that the page needs, adds the page's own
 * scripts, and writes the policy, which names the scripts that are known to be ours and the framework's. It
 * reads only the HTML and knows only how the framework writes its scripts and style sheets; what looks
 * different stays where it is, is refused by browsers, and is reported.
 *
 * A page is read as bytes, each a character of Latin-1: mark-up is ASCII, and letters that are not pass
 * through untouched. Read as UTF-8 a page in Armenian would take four times the memory, and as much longer.
 */
import { createHash } from 'node:crypto';
import { jsonInHtml } from '../../content/json-in-html.ts';
import type { PageScripts } from './page-script.ts';
import { stylesFor, type PageStyles } from './page-styles.ts';
import { ScriptJudge } from './known-scripts.ts';
import { pagePolicy } from './policy.ts';
import { SPECULATION_RULES } from './speculation-rules.ts';

export interface FinishedPage {
  body: Buffer;
  /** The Content-Security-Policy header. */
  policy: string;
  /** The hydration data as a separate script; null where no component hydrates. */
  data: PageData | null;
  /** Whether the styles stand in the page: no sheet is to be fetched early. */
  isStyled: boolean;
  /** The beginnings of scripts that are neither ours nor the framework's: they do not run. */
  foreign: string[];
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

/** As browsers read it, in letters of either size: what is not ours is not to hide from us behind them. */
const OPENING = /<(script|style)((?:[\s/][^>]*)?)>/gi;
const SCRIPT_CLOSING = /<\/script(?:[\s/][^>]*)?>/gi;
const STYLE_CLOSING = /<\/style(?:[\s/][^>]*)?>/gi;
/** A script of the framework's build, and the hint to fetch one early. */
const FILE = /^ src="(\/_next\/static\/[^"]+\.js)"(.*)$/;
const EARLY = /<link rel="preload" as="script"[^>]*>/g;
/** How the inline scripts of ours and of the framework are opened. */
const PLAIN_ATTRIBUTES = ['', ' id="_R_"'];
/** A style sheet of the framework's build. */
const SHEET =
  /<link rel="stylesheet" href="(\/_next\/static\/[^"]+\.css)" data-precedence="[^"]*"\/>/g;
/** A script that holds data for whoever looks for it, and never runs. */
const DATA_BLOCK = /^(?: id="[\w-]+")? type="application\/(?:ld\+)?json"(?: id="[\w-]+")?$/;
/** Characters of a foreign script that are reported. */
const TOLD = 200;
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
  const { scripts } = options;
  const judged = judge(html, scripts);
  const { foreign } = judged;
  if (!html.endsWith(END) || !html.includes(HEAD)) {
    const policy = pagePolicy({ scripts: [], styles: [] });
    return { body: bytes, policy, data: null, isStyled: false, foreign };
  }
  const waiting = options.defers ? takeRuntime(html, judged) : null;
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
  const named = [...judged.code, ...(waiting ? [] : judged.data)].map(({ text }) => bytesOf(text));
  const policy = pagePolicy({
    scripts: [scripts.first, SPECULATION_RULES, scripts.main, ...named],
    styles: styled ? [styled.css] : [],
  });
  return {
    body,
    policy,
    data: waiting?.data ?? null,
    isStyled: styled !== null,
    foreign,
  };
}

/** The scripts of a page that left the framework, by what they are. */
interface Judged {
  /** Files of the framework's build. */
  files: (Element & { source: string; isModern: boolean })[];
  /** What hands the framework its data. */
  data: Element[];
  /** What else runs in the page, and may. */
  code: Element[];
  foreign: string[];
}

function judge(html: string, scripts: PageScripts): Judged {
  const own = [scripts.first, scripts.main].map(encoded);
  const known = new ScriptJudge(own, scripts.framework);
  const judged: Judged = { files: [], data: [], code: [], foreign: [] };
  for (const element of elementsOf(html)) {
    const { name, attributes, text, start, end } = element;
    if (name !== 'script' || DATA_BLOCK.test(attributes)) continue;
    const [, source, rest = ''] = FILE.exec(attributes) ?? [];
    const isPlain = PLAIN_ATTRIBUTES.includes(attributes);
    // Browsers without modules read the page as it is.
    if (source !== undefined && text === '')
      judged.files.push({ ...element, source, isModern: !/nomodule/i.test(rest) });
    else if (isPlain && known.isData(text)) judged.data.push(element);
    else if (isPlain && known.isCode(text)) judged.code.push(element);
    else judged.foreign.push(bytesOf(html.slice(start, end)).toString().slice(0, TOLD));
  }
  return judged;
}

/** Every script and style of a page, in their order. */
function* elementsOf(html: string): Iterable<Element> {
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(html); match; match = OPENING.exec(html)) {
    const [opening, written = '', attributes = ''] = match;
    const name = written.toLowerCase();
    const begin = match.index + opening.length;
    const closing = name === 'script' ? SCRIPT_CLOSING : STYLE_CLOSING;
    closing.lastIndex = begin;
    const close = closing.exec(html);
    // What is never closed reaches to the end, and runs nowhere.
    const [until, end] = close ? [close.index, closing.lastIndex] : [html.length, html.length];
    OPENING.lastIndex = end;
    yield { name, attributes, text: html.slice(begin, until), start: match.index, end };
  }
}

/** Puts the styles that a page needs in the place of its sheets; null where they are not known. */
function putStylesIn(
  html: string,
  styles: PageStyles,
): { html: string; sheets: string[]; css: string } | null {
  const sheets = [...html.matchAll(SHEET)].map(([, address = '']) => address);
  const css = sheets.length > 0 ? stylesFor(html, sheets, styles) : null;
  if (css === null) return null;
  let isIn = false;
  const page = html.replace(SHEET, () => {
    const style = isIn ? '' : `<style>${encoded(css)}</style>`;
    isIn = true;
    return style;
  });
  return { html: page, sheets, css };
}

/** Takes the framework's scripts out of a page; null where there are none that wake it. */
function takeRuntime(
  html: string,
  { files, data }: Judged,
): { html: string; files: string[]; data: PageData } | null {
  if (files.length === 0 || !data.some(({ text }) => text.includes('__next_f.push'))) return null;
  let page = '';
  let kept = 0;
  for (const { start, end } of [...files, ...data].sort((one, other) => one.start - other.start)) {
    page += html.slice(kept, start);
    kept = end;
  }
  page += html.slice(kept);
  const script = bytesOf(data.map(({ text }) => text).join(';\n'));
  const hash = createHash('sha256').update(script).digest('base64url').slice(0, 22);
  return {
    html: page.replace(EARLY, ''),
    files: files.filter(({ isModern }) => isModern).map(({ source }) => source),
    data: { path: `/_press/${hash}.js`, script },
  };
}
