/**
 * What the press does to a page that left the framework: it puts the client runtime, and the data that the
 * runtime wakes the page with, off until the reader asks for something that needs them; it puts the styles
 * that the page needs into it, adds the page's own scripts, and hashes every inline script and style for the
 * policy. It reads the HTML alone and knows nothing of the framework but how its scripts and style sheets
 * look; a page that looks otherwise goes out as it came, under a policy that holds all the same.
 */
import { createHash } from 'node:crypto';
import { jsonInHtml } from '../content/json-in-html.ts';
import type { PageScripts } from './page-script.ts';
import { stylesFor, type PageStyles } from './page-styles.ts';
import { pagePolicy } from './policy.ts';
import { SPECULATION_RULES } from './speculation-rules.ts';

export interface FinishedPage {
  html: string;
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
  script: string;
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

/** A script of the framework's build, and the hint to fetch one early. */
const FILE = /<script src="(\/_next\/static\/[^"]+\.js)"([^>]*)><\/script>/g;
const EARLY = /<link rel="preload" as="script"[^>]*>/g;
/** An inline script that hands over the framework's data, or names the files that it begins with. */
const DATA =
  /<script(?: id="_R_")?>((?:\(globalThis\["TURBOPACK"\]|\(?self\.__next_f)[\s\S]*?)<\/script>/g;
/** A style sheet of the framework's build. */
const SHEET =
  /<link rel="stylesheet" href="(\/_next\/static\/[^"]+\.css)" data-precedence="[^"]*"\/>/g;
const INLINE_SCRIPT = /<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style(?:\s[^>]*)?>([\s\S]*?)<\/style>/g;
const HEAD = '<head>';
const END = '</body></html>';

/**
 * Finishes a page.
 * @param html - as the framework rendered it
 */
export function finishPage(html: string, options: FinishOptions): FinishedPage {
  const { scripts } = options;
  if (!html.endsWith(END) || !html.includes(HEAD)) {
    return { html, policy: pagePolicy(inlineOf(html)), data: null, isStyled: false };
  }
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
  const [before = '', ...rest] = (styled?.html ?? waiting?.html ?? html)
    .slice(0, -END.length)
    .split(HEAD);
  const page =
    `${before}${HEAD}<script>${scripts.first}</script>${rest.join(HEAD)}` +
    `<script type="speculationrules">${SPECULATION_RULES}</script>${list}<script>${scripts.main}</script>${END}`;
  return {
    html: page,
    policy: pagePolicy(inlineOf(page)),
    data: waiting?.data ?? null,
    isStyled: styled !== null,
  };
}

/** Puts the styles that a page needs in the place of its sheets; null where they are not known. */
function putStylesIn(html: string, styles: PageStyles): { html: string; sheets: string[] } | null {
  const sheets = [...html.matchAll(SHEET)].map(([, address = '']) => address);
  const css = sheets.length > 0 ? stylesFor(html, sheets, styles) : null;
  if (css === null) return null;
  let isIn = false;
  const page = html.replace(SHEET, () => {
    const style = isIn ? '' : `<style>${css}</style>`;
    isIn = true;
    return style;
  });
  return { html: page, sheets };
}

/** Takes the framework's scripts out of a page; null where they do not look as they are known to. */
function takeRuntime(html: string): { html: string; files: string[]; data: PageData } | null {
  const files: string[] = [];
  const handed: string[] = [];
  const page = html
    .replace(EARLY, '')
    .replace(FILE, (_, source: string, attributes: string) => {
      // Browsers without modules read the page as it is.
      if (!/nomodule/i.test(attributes)) files.push(source);
      return '';
    })
    .replace(DATA, (_, text: string) => {
      handed.push(text);
      return '';
    });
  if (files.length === 0 || !handed.some((text) => text.includes('__next_f.push'))) return null;
  const script = handed.join(';\n');
  const hash = createHash('sha256').update(script).digest('base64url').slice(0, 22);
  return { html: page, files, data: { path: `/_press/${hash}.js`, script } };
}

/** Every inline script that would run, and every inline style. */
function inlineOf(html: string): { scripts: string[]; styles: string[] } {
  const scripts = [...html.matchAll(INLINE_SCRIPT)]
    .filter(([, attributes = '']) => !/\ssrc=|type="application\/(ld\+)?json"/.test(attributes))
    .map(([, , text = '']) => text);
  const styles = [...html.matchAll(INLINE_STYLE)].map(([, text = '']) => text);
  return { scripts, styles };
}
