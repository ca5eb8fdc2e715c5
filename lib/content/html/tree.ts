/** The converter's interface to parse5's tree; without the parser, so that a block needs no parser. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export type HtmlRoot = Tree.DocumentFragment;
export type HtmlNode = Tree.ChildNode;
export type HtmlElement = Tree.Element;
type Parent = HtmlRoot | HtmlElement;

/** Whether a node is an element. */
export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

/** An attribute's value; empty if the attribute is missing. */
export const attribute = (element: HtmlElement, name: string): string =>
  element.attrs.find((attr) => attr.name === name)?.value ?? '';

/** Whether one of an element's classes matches. */
export const hasClass = (element: HtmlElement, pattern: RegExp): boolean =>
  attribute(element, 'class')
    .split(/\s+/)
    .some((name) => pattern.test(name));

/** Every element below, in document order; without recursion, since the input may be nested to any depth. */
export function* elementsIn(parent: Parent): Generator<HtmlElement> {
  const waiting: HtmlNode[] = parent.childNodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      const child = node.childNodes[at];
      if (child) waiting.push(child);
    }
  }
}

/** The first element below with one of the names, in document order; null where there is none. */
export function firstElement(parent: Parent, ...names: string[]): HtmlElement | null {
  for (const element of elementsIn(parent)) if (names.includes(element.tagName)) return element;
  return null;
}

/** The text below a node, as it is written; scripts and styles have none. */
export function rawTextOf(parent: HtmlNode | HtmlRoot): string {
  const waiting: (HtmlNode | HtmlRoot)[] = [parent];
  let text = '';
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('value' in node) text += node.value;
    else if ('tagName' in node && node.tagName === 'br') text += '\n';
    else if ('childNodes' in node && !/^(script|style)$/.test(node.nodeName))
      for (let at = node.childNodes.length - 1; at >= 0; at--) {
        const child = node.childNodes[at];
        if (child) waiting.push(child);
      }
  }
  return text;
}

/** The text below a node in one line. */
export const textOf = (parent: HtmlNode | HtmlRoot): string =>
  rawTextOf(parent)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim();
