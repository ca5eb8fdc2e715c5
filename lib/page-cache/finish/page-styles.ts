/**
 * Styles that stand in a page: of the build's style sheets, the rules that could apply to the page as it
 * was rendered. A first paint then waits for no further file, and costs a few kilobytes instead of a round
 * trip. The sheets themselves come with the client runtime, which may put other elements into the page.
 */
import { readFileSync } from 'node:fs';
import { parse, type AtRule, type ChildNode, type Rule } from 'postcss';

/** A rule with the classes that each of its selectors asks for, or a condition around more of them. */
export type StylePart =
  | { css: string; needs: readonly (readonly string[])[] }
  | { open: string; parts: readonly StylePart[] };

/** Parts of a style sheet by its address. */
export type PageStyles = Readonly<Record<string, readonly StylePart[]>>;

/** Where `npm run build` puts them. */
export const PAGE_STYLES_FILE = '.next/page-styles.json';

const CLASS = /\.(-?[_a-zA-Z][\w-]*)/g;
/** What stands in brackets is asked of an element in another way: `:not(.open)` needs no class. */
const BRACKETS = /\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]/g;

/**
 * Takes a style sheet apart. No part can end the element that it stands in: `</style` is written otherwise.
 * @param css - a whole sheet, with rules one in another only inside conditions
 * @throws CssSyntaxError for what is no style sheet
 */
export function compileStyles(css: string): StylePart[] {
  return parse(css).nodes.flatMap(partsOf);
}

function partsOf(node: ChildNode): StylePart[] {
  if (node.type === 'comment' || node.type === 'decl') return [];
  if (node.type === 'rule') return [{ css: node.toString(), needs: node.selectors.map(classesOf) }];
  if (!holdsRules(node)) return [{ css: closed(node), needs: [[]] }];
  return [{ open: `@${node.name} ${node.params}`, parts: node.nodes.flatMap(partsOf) }];
}

const classesOf = (selector: string): string[] =>
  [...selector.replace(BRACKETS, '').matchAll(CLASS)].map(([, name = '']) => name);

/** Keyframes hold rules of another kind, which go together. */
const holdsRules = (node: AtRule): node is AtRule & { nodes: (Rule | AtRule)[] } =>
  !/keyframes$/.test(node.name) && (node.nodes?.some(({ type }) => type !== 'decl') ?? false);

/** A statement without a block has lost its semicolon. */
const closed = (node: AtRule): string => (node.nodes ? node.toString() : `${node.toString()};`);

/**
 * The rules of some style sheets that could apply to a page, in the order of the sheets.
 * @returns null where a sheet is not known
 */
export function stylesFor(
  html: string,
  sheets: readonly string[],
  styles: PageStyles,
): string | null {
  const present = new Set<string>();
  for (const [, names = ''] of html.matchAll(/ class="([^"]*)"/g))
    for (const name of names.split(' ')) present.add(name);
  let css = '';
  for (const sheet of sheets) {
    const parts = styles[sheet];
    if (!parts) return null;
    css += write(parts, present);
  }
  return css;
}

function write(parts: readonly StylePart[], present: ReadonlySet<string>): string {
  let css = '';
  for (const part of parts) {
    if ('open' in part) {
      const inner = write(part.parts, present);
      if (inner) css += `${part.open}{${inner}}`;
    } else if (part.needs.some((classes) => classes.every((name) => present.has(name)))) {
      css += part.css;
    }
  }
  return css;
}

/** The style sheets as they were built. */
export const readPageStyles = (): PageStyles =>
  JSON.parse(readFileSync(PAGE_STYLES_FILE, 'utf8')) as PageStyles;
