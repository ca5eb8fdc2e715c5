/**
 * Converts clipboard HTML from word processors and web pages to plain HTML: formatting given by style becomes
 * an element, their lists become lists, and pictures that are not in the library are removed.
 */
import { attribute, elementsIn, isElement, rawTextOf, type HtmlElement, type HtmlNode, type HtmlRoot } from './tree.ts'; // prettier-ignore
import { sourceOf } from './pictures.ts';

type Parent = HtmlRoot | HtmlElement;

/** Elements without words of the text: Office's own, and those with a function only in a web page. */
const DROPPED =
  /^(o:|w:|m:|v:|xml$|meta$|link$|title$|head$|style$|script$|template$|svg$|noscript$)/;

/**
 * Changes the tree in place.
 * @param isOurs - whether a picture's address is one of the library's
 * @returns how many pictures were removed
 */
export function cleanPaste(root: HtmlRoot, isOurs: (src: string) => boolean): number {
  let lost = 0;
  const clean = (parent: Parent): void => {
    const kept: HtmlNode[] = [];
    for (const child of parent.childNodes) {
      if (!isElement(child)) {
        if (child.nodeName !== '#comment') kept.push(child);
        continue;
      }
      const style = attribute(child, 'style');
      if (DROPPED.test(child.tagName) || /display:\s*none|mso-hide:\s*all/i.test(style)) continue;
      if (child.tagName === 'img') {
        const src = sourceOf(child);
        if (isOurs(src)) kept.push(child);
        else if (src !== '') lost++;
        continue;
      }
      // The number or bullet that Word wrote before an item: here the list itself has it.
      if (/mso-list:\s*ignore/i.test(style)) continue;
      clean(child);
      sayByElement(child, style);
      kept.push(child);
    }
    parent.childNodes = kept;
    listsOfWord(parent);
  };
  clean(root);
  return lost;
}

/**
 * Bold, italic, strike-through and superscript or subscript, if given by style alone; Google Docs gives all
 * of them so.
 */
function sayByElement(element: HtmlElement, style: string): void {
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  // Google Docs wraps everything that it copies in a <b> that is not bold.
  if (/^(b|strong)$/.test(element.tagName) && /^(normal|400)$/.test(weight ?? ''))
    rename(element, 'span');
  if (/^(i|em)$/.test(element.tagName) && /font-style:\s*normal/i.test(style))
    rename(element, 'span');
  if (element.tagName !== 'span' && element.tagName !== 'font') return;
  if (/^(bold|bolder|[6-9]00)$/.test(weight ?? '')) wrapInside(element, 'strong');
  if (/font-style:\s*italic/i.test(style)) wrapInside(element, 'em');
  if (/text-decoration[^;]*line-through/i.test(style)) wrapInside(element, 's');
  if (/vertical-align:\s*super/i.test(style)) wrapInside(element, 'sup');
  if (/vertical-align:\s*sub\b/i.test(style)) wrapInside(element, 'sub');
}

function rename(element: HtmlElement, name: string): void {
  element.tagName = name;
  element.nodeName = name;
}

/** An element without attributes. */
function bare(like: HtmlElement, name: string, childNodes: HtmlNode[]): HtmlElement {
  const made = { ...like, tagName: name, nodeName: name, attrs: [], childNodes };
  for (const child of childNodes) child.parentNode = made;
  return made;
}

function wrapInside(element: HtmlElement, name: string): void {
  const inner = bare(element, name, element.childNodes);
  inner.parentNode = element;
  element.childNodes = [inner];
}

/** Word's list paragraphs as a list: each states its level, and the text before it the kind of list. */
function listsOfWord(parent: Parent): void {
  const nodes: HtmlNode[] = [];
  let open: HtmlElement[] = [];
  for (const node of parent.childNodes) {
    const level = isElement(node) ? levelOf(node) : 0;
    if (!isElement(node) || level === 0) {
      const isBlank = !isElement(node) && 'value' in node && node.value.trim() === '';
      if (!isBlank) open = [];
      nodes.push(node);
      continue;
    }
    const isNumbered = NUMBERED.test(node.attrs.find(({ name }) => name === BEFORE)?.value ?? '');
    open = open.slice(0, level);
    while (open.length < level) {
      const list = bare(node, isNumbered ? 'ol' : 'ul', []);
      const outer = open.at(-1);
      const item = outer?.childNodes.at(-1);
      if (outer && item && isElement(item)) item.childNodes.push(list);
      else if (outer) outer.childNodes.push(bare(node, 'li', [list]));
      else nodes.push(list);
      open.push(list);
    }
    open.at(-1)?.childNodes.push(bare(node, 'li', node.childNodes));
  }
  parent.childNodes = nodes;
}

const BEFORE = 'data-before';
const NUMBERED = /^[\s(]*([0-9]+|[a-zA-Zа-яА-Я]|[ivxlcIVXLC]+)[.)]/;

function levelOf(element: HtmlElement): number {
  return Number(/mso-list:\s*l\d+\s+level(\d)/i.exec(attribute(element, 'style'))?.[1] ?? 0);
}

/**
 * Notes at each of Word's list items the number or bullet before it; must be called before
 * {@link cleanPaste}.
 */
export function noteWordNumbers(root: HtmlRoot): void {
  for (const element of elementsIn(root)) {
    if (levelOf(element) === 0) continue;
    for (const inner of elementsIn(element))
      if (/mso-list:\s*ignore/i.test(attribute(inner, 'style')))
        element.attrs.push({ name: BEFORE, value: rawTextOf(inner) });
  }
}
