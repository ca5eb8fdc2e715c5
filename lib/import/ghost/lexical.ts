/** The format of Ghost's present editor, as HTML: needed if an export comes without the HTML. */
import { escapeHtml } from '../../content/body/escape-html.ts';
import { cardHtml, textField, type Payload } from './cards.ts';
import type { Notice } from '../../content/notice.ts';

/** Lexical's bits for the format of a text. */
const FORMATS: readonly [bit: number, tag: string][] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
];
const DEEPEST = 100;

/**
 * @param report - called for cards reduced to their words
 * @throws SyntaxError if the source is not JSON
 */
export function lexicalHtml(source: string, report: (reason: Notice) => void): string {
  const { root } = JSON.parse(source) as { root?: Payload };
  return root ? childrenHtml(root, report, 0) : '';
}

function childrenHtml(node: Payload, report: (reason: Notice) => void, depth: number): string {
  const children = Array.isArray(node['children']) ? (node['children'] as Payload[]) : [];
  if (depth > DEEPEST) return escapeHtml(JSON.stringify(children));
  return children.map((child) => nodeHtml(child, report, depth + 1)).join('');
}

function nodeHtml(node: Payload, report: (reason: Notice) => void, depth: number): string {
  const type = textField(node, 'type').replace(/^extended-/, '');
  const inner = () => childrenHtml(node, report, depth);
  switch (type) {
    case 'text': {
      const format = Number(node['format'] ?? 0);
      return FORMATS.filter(([bit]) => (format & bit) !== 0).reduce(
        (html, [, tag]) => `<${tag}>${html}</${tag}>`,
        escapeHtml(textField(node, 'text')),
      );
    }
    case 'linebreak':
      return '<br>';
    case 'tab':
      return ' ';
    case 'link':
    case 'autolink':
      return `<a href="${escapeHtml(textField(node, 'url'))}">${inner()}</a>`;
    case 'paragraph':
      return `<p>${inner()}</p>`;
    case 'heading': {
      const tag = textField(node, 'tag');
      return /^h[1-6]$/.test(tag) ? `<${tag}>${inner()}</${tag}>` : `<p>${inner()}</p>`;
    }
    case 'quote':
    case 'aside':
      return `<blockquote><p>${inner()}</p></blockquote>`;
    case 'list':
      return node['listType'] === 'number'
        ? `<ol start="${Number(node['start'] ?? 1)}">${inner()}</ol>`
        : `<ul>${inner()}</ul>`;
    case 'listitem':
      return `<li>${inner()}</li>`;
    default: {
      // A node with children is not a card: it is a type that this converter does not know yet.
      return Array.isArray(node['children']) ? inner() : cardHtml(type, node, report);
    }
  }
}
