/**
 * The inlined styles of a page: of the build's style sheets, the rules that could apply to the page as it
 * was rendered. The first paint then waits for no further file, and costs a few kilobytes instead of a
 * round trip. The complete sheets are loaded with the client runtime, which may add other elements to the
 * page.
 */
import { readFileSync } from 'node:fs';
import { parse, type AtRule, type ChildNode, type Rule } from 'postcss';

/** A rule with the classes that each of its selectors requires, or a condition around further rules. */
export type StylePart =
  | { css: string; needs: readonly (readonly string[])[] }
  | { open: string; parts: readonly StylePart[] };

/** Parts of a style sheet by its address. */
export type PageStyles = Readonly<Record<string, readonly StylePart[]>>;

/** Where `npm run build` writes them. */
export const PAGE_STYLES_FILE = '.next/page-styles.json';

const CLASS = /\.(-?[_a-zA-Z][\w-]*)/g;
/** Classes in brackets are not required on the element: `:not(.open)` needs no class. */
const BRACKETS = /\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]/g;

/**
 * Splits a style sheet into its rules. No part can end the element that it is inlined in: `</style` is
 * written differently.
 * @param css - a complete sheet, with nested rules only inside conditions
 * @throws CssSyntaxError where the text is not a style sheet
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

/** Keyframes contain rules of another kind, which stay together. */
const holdsRules = (node: AtRule): node is AtRule & { nodes: (Rule | AtRule)[] } =>
  !/keyframes$/.test(node.name) && (node.nodes?.some(({ type }) => type !== 'decl') ?? false);

/** A statement without a block has lost its semicolon in the parser. */
const closed = (node: AtRule): string => (node.nodes ? node.toString() : `${node.toString()};`);

/**
 * The rules of some style sheets that could apply to a page, in the order of the sheets.
 * @param sheets - their addresses
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

/** The style sheets as the build wrote them. */
export const readPageStyles = (): PageStyles =>
  JSON.parse(readFileSync(PAGE_STYLES_FILE, 'utf8')) as PageStyles;
