import type { BlockDefinition } from '../block-definition.ts';
import { flowSchemas, type OrderedList } from '../body/flow.ts';
import { itemsHtml, itemsText, linesOfItems } from '../body/list-items.ts';
import { readList } from '../html/list.ts';
import { attribute } from '../html/tree.ts';
import { listItemsOf, writeItems } from '../markdown/list.ts';

export const block: BlockDefinition<OrderedList> = {
  schema: (parts) => flowSchemas(parts).orderedList,
  plainText: itemsText,
  lines: (node, depth, linesOf) => linesOfItems(node, 'ordered', depth, linesOf),
  html(node, options, inner) {
    const start = node.attrs.start === 1 ? '' : ` start="${node.attrs.start}"`;
    return `<ol${start}>${itemsHtml(node, options, inner)}</ol>`;
  },
  writeMarkdown: (node, writer) => ({
    type: 'list',
    spread: false,
    ordered: true,
    start: node.attrs.start,
    children: writeItems(node, writer),
  }),
  claimMarkdown: {
    list(node, reader) {
      if (!node.ordered) return null;
      const { content, after } = listItemsOf(node, reader);
      const attrs = { start: node.start ?? 1 };
      return content.length > 0 ? [{ type: 'orderedList', attrs, content }, ...after] : after;
    },
  },
  readHtml: {
    tags: ['ol'],
    read(element, reader) {
      const { content, after } = readList(element, reader);
      const start = Number.parseInt(attribute(element, 'start'), 10) || 1;
      const attrs = { start: Math.min(1_000_000, Math.max(0, start)) };
      return content.length > 0 ? [{ type: 'orderedList', attrs, content }, ...after] : after;
    },
  },
  inFlow: (node) => [node],
};
