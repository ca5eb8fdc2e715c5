/**
 * What the press does to a page that left the framework: it puts the client runtime, and the data that the
 * runtime wakes the page with, off until the reader asks for something that needs them; it adds the page's
 * own scripts, and hashes every inline script and style for the policy. It reads the HTML alone and knows
 * nothing of the framework but how its scripts look; a page that looks otherwise goes out as it came, under
 * a policy that holds all the same.
 */
import { createHash } from 'node:crypto';
import type { PageScripts } from './page-script.ts';
import { pagePolicy } from './policy.ts';
import { SPECULATION_RULES } from './speculation-rules.ts';

export interface FinishedPage {
  html: string;
  /** The Content-Security-Policy header. */
  policy: string;
  /** What the runtime wakes the page with, as a script of its own; null where nothing waits. */
  data: { address: string; script: string } | null;
}

/** A script of the framework's build, and the hint to fetch one early. */
const FILE = /<script src="(\/_next\/static\/[^"]+\.js)"([^>]*)><\/script>/g;
const EARLY = /<link rel="preload" as="script"[^>]*>/g;
/** An inline script that hands over the framework's data, or names the files that it begins with. */
const DATA =
  /<script(?: id="_R_")?>((?:\(globalThis\["TURBOPACK"\]|\(?self\.__next_f)[\s\S]*?)<\/script>/g;
const INLINE_SCRIPT = /<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style(?:\s[^>]*)?>([\s\S]*?)<\/style>/g;
const HEAD = '<head>';
const END = '</body></html>';

/**
 * Finishes a page.
 * @param html - as the framework rendered it
 * @param options.scripts - what runs before the first paint, and what works before the runtime is there
 * @param options.defers - whether the runtime waits; a page that is all for work loads it at once
 */
export function finishPage(
  html: string,
  { scripts, defers }: { scripts: PageScripts; defers: boolean },
): FinishedPage {
  if (!html.endsWith(END) || !html.includes(HEAD)) {
    return { html, policy: pagePolicy(inlineOf(html)), data: null };
  }
  const waiting = defers ? takeRuntime(html) : null;
  const list = waiting
    ? `<script type="application/json" id="runtime">${JSON.stringify([waiting.data.address, ...waiting.files])}</script>`
    : '';
  const [before = '', ...rest] = (waiting?.html ?? html).slice(0, -END.length).split(HEAD);
  const page =
    `${before}${HEAD}<script>${scripts.first}</script>${rest.join(HEAD)}` +
    `<script type="speculationrules">${SPECULATION_RULES}</script>${list}<script>${scripts.main}</script>${END}`;
  return { html: page, policy: pagePolicy(inlineOf(page)), data: waiting?.data ?? null };
}

/** Takes the framework's scripts out of a page; null where they do not look as they are known to. */
function takeRuntime(
  html: string,
): { html: string; files: string[]; data: { address: string; script: string } } | null {
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
  return { html: page, files, data: { address: `/_press/${hash}.js`, script } };
}

/** Every inline script that would run, and every inline style. */
function inlineOf(html: string): { scripts: string[]; styles: string[] } {
  const scripts = [...html.matchAll(INLINE_SCRIPT)]
    .filter(([, attributes = '']) => !/\ssrc=|type="application\/(ld\+)?json"/.test(attributes))
    .map(([, , text = '']) => text);
  const styles = [...html.matchAll(INLINE_STYLE)].map(([, text = '']) => text);
  return { scripts, styles };
}
