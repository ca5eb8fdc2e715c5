/**
 * Post-processes a page that the framework rendered: defers the client runtime and the hydration data until
 * the reader uses something that needs them, inlines the styles that the page needs, adds the page's own
 * scripts, and writes the policy, which names the scripts that are known to be ours and the framework's. It
 * reads only the HTML and knows only how the framework writes its scripts and style sheets; what looks
 * different stays where it is, is refused by browsers, and is reported.
 *
 * A page is processed as bytes, each byte one character of Latin-1: the markup is ASCII, and other letters
 * pass through unchanged. Decoded as UTF-8, a page in Armenian would take four times the memory, and
 * correspondingly longer.
 */
import { createHash } from 'node:crypto';
import { jsonInHtml } from '../../content/json-in-html.ts';
import { HYDRATION_DATA, RUNTIME_LIST } from '../../runtime-list.ts';
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
  /** Whether the styles are inlined: then no style sheet is preloaded. */
  isStyled: boolean;
  /**
   * The first characters of each script that is neither ours nor the framework's: these scripts do not run.
   */
  foreign: string[];
}

export interface PageData {
  /** The path under which the data is kept: it contains a hash of the script. */
  path: string;
  script: Buffer;
}

export interface FinishOptions {
  /** The page's address, from which its data can be generated again. */
  url: string;
  /** Scripts that run before the first paint, and that work before the runtime is loaded. */
  scripts: PageScripts;
  styles: PageStyles;
  /** Whether the runtime is deferred; a page for the newsroom's work loads it at once. */
  defers: boolean;
}

/** A script or style element with its text. */
interface Element {
  name: string;
  attributes: string;
  text: string;
  /** Index of its first character in the page, and index after its last one. */
  start: number;
  end: number;
}

/**
 * As browsers parse it, in upper or lower case: foreign code must not escape this check by its spelling.
 */
const OPENING = /<(script|style)((?:[\s/][^>]*)?)>/gi;
const SCRIPT_CLOSING = /<\/script(?:[\s/][^>]*)?>/gi;
const STYLE_CLOSING = /<\/style(?:[\s/][^>]*)?>/gi;
/** A script file of the framework's build, and the hint to preload one. */
const FILE = /^ src="(\/_next\/static\/[^"]+\.js)"(.*)$/;
const EARLY = /<link rel="preload" as="script"[^>]*>/g;
/** Attributes of the inline scripts of ours and of the framework. */
const PLAIN_ATTRIBUTES = ['', ' id="_R_"'];
/** A style sheet of the framework's build. */
const SHEET =
  /<link rel="stylesheet" href="(\/_next\/static\/[^"]+\.css)" data-precedence="[^"]*"\/>/g;
/** A script element that contains data and never runs. */
const DATA_BLOCK = /^(?: id="[\w-]+")? type="application\/(?:ld\+)?json"(?: id="[\w-]+")?$/;
/** Characters of a foreign script that are reported. */
const REPORTED_CHARACTERS = 200;
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
    ? `<script type="application/json" id="${RUNTIME_LIST}">${jsonInHtml(files)}</script>`
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

/** The scripts of a page as the framework rendered it, by kind. */
interface Judged {
  /** Files of the framework's build. */
  files: (Element & { source: string; isModern: boolean })[];
  /** Scripts that pass the framework its data. */
  data: Element[];
  /** Other scripts that are allowed to run in the page. */
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
    // The runtime is not loaded in browsers without modules: they show the page as it is.
    if (source !== undefined && text === '')
      judged.files.push({ ...element, source, isModern: !/nomodule/i.test(rest) });
    else if (isPlain && known.isData(text)) judged.data.push(element);
    else if (isPlain && known.isCode(text)) judged.code.push(element);
    else
      judged.foreign.push(bytesOf(html.slice(start, end)).toString().slice(0, REPORTED_CHARACTERS));
  }
  return judged;
}

/** Every script and style of a page, in document order. */
function* elementsOf(html: string): Iterable<Element> {
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(html); match; match = OPENING.exec(html)) {
    const [opening, written = '', attributes = ''] = match;
    const name = written.toLowerCase();
    const begin = match.index + opening.length;
    const closing = name === 'script' ? SCRIPT_CLOSING : STYLE_CLOSING;
    closing.lastIndex = begin;
    const close = closing.exec(html);
    // An element that is never closed extends to the end, and no browser runs it.
    const [until, end] = close ? [close.index, closing.lastIndex] : [html.length, html.length];
    OPENING.lastIndex = end;
    yield { name, attributes, text: html.slice(begin, until), start: match.index, end };
  }
}

/**
 * Replaces the style sheets of a page by the styles that it needs, inlined; null where the sheets are not
 * known.
 */
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

/** Removes the framework's scripts from a page; null where no script hydrates it. */
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
    data: { path: `${HYDRATION_DATA}${hash}.js`, script },
  };
}
