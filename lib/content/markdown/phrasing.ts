/** Inline nodes as Markdown. */
import type { Html, PhrasingContent } from 'mdast';
import { assertUnreachable } from '../../errors.ts';
import type { Footnote, Inline, Mark } from '../body/inline.ts';

/** Text that is written as it is: our own markers, which would otherwise be escaped. */
export const raw = (value: string): Html => ({ type: 'html', value });

/** From the outside in: a link that is half bold stays one link. */
const NESTING: readonly Mark['type'][] = [
  'link',
  'bold',
  'italic',
  'strike',
  'superscript',
  'subscript',
];

/** The phrasing content of inline nodes; each mark encloses the longest possible run. */
export function phrasing(
  inlines: readonly Inline[],
  notes: readonly Footnote[],
  depth = 0,
): PhrasingContent[] {
  const type = NESTING[depth];
  if (!type) return inlines.flatMap((inline) => leaf(inline, notes));
  const markOf = (inline: Inline | undefined) =>
    inline?.type === 'text' ? inline.marks?.find((mark) => mark.type === type) : undefined;
  const nodes: PhrasingContent[] = [];
  for (let start = 0; start < inlines.length;) {
    const mark = markOf(inlines[start]);
    const key = JSON.stringify(mark);
    let end = start + 1;
    while (end < inlines.length && JSON.stringify(markOf(inlines[end])) === key) end++;
    const children = phrasing(inlines.slice(start, end), notes, depth + 1);
    nodes.push(...(mark ? wrapped(mark, children) : children));
    start = end;
  }
  return nodes;
}

function leaf(inline: Inline, notes: readonly Footnote[]): PhrasingContent[] {
  if (inline.type === 'hardBreak') return [{ type: 'break' }];
  if (inline.type === 'footnote') {
    const label = String(notes.indexOf(inline) + 1);
    return label === '0' ? [] : [{ type: 'footnoteReference', identifier: label, label }];
  }
  const isCode = inline.marks?.some(({ type }) => type === 'code');
  return [{ type: isCode ? 'inlineCode' : 'text', value: inline.text }];
}

function wrapped(mark: Mark, children: PhrasingContent[]): PhrasingContent[] {
  switch (mark.type) {
    case 'link':
      return [{ type: 'link', url: mark.attrs.href, children }];
    case 'bold':
      return [{ type: 'strong', children }];
    case 'italic':
      return [{ type: 'emphasis', children }];
    case 'strike':
      return [{ type: 'delete', children }];
    case 'superscript':
      return [raw('<sup>'), ...children, raw('</sup>')];
    case 'subscript':
      return [raw('<sub>'), ...children, raw('</sub>')];
    case 'code':
      return children;
    default:
      return assertUnreachable(mark);
  }
}
