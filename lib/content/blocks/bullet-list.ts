import type { BlockDefinition } from '../block-definition.ts';
import { flowSchemas, type BulletList } from '../body/flow.ts';
import { itemsHtml, itemsText, linesOfItems } from '../body/list-items.ts';
import { readList } from '../html/list.ts';
import { listItemsOf, writeItems } from '../markdown/list.ts';

export const block: BlockDefinition<BulletList> = {
  schema: (parts) => flowSchemas(parts).bulletList,
  plainText: itemsText,
  lines: (node, depth, linesOf) => linesOfItems(node, 'bullet', depth, linesOf),
  html: (node, options, inner) => `<ul>${itemsHtml(node, options, inner)}</ul>`,
  writeMarkdown: (node, writer) => ({
    type: 'list',
    spread: false,
    ordered: false,
    start: null,
    children: writeItems(node, writer),
  }),
  claimMarkdown: {
    list(node, reader) {
      if (node.ordered) return null;
      const { content, after } = listItemsOf(node, reader);
      return content.length > 0 ? [{ type: 'bulletList', content }, ...after] : after;
    },
  },
  readHtml: {
    tags: ['ul', 'menu'],
    read(element, reader) {
      const { content, after } = readList(element, reader);
      return content.length > 0 ? [{ type: 'bulletList', content }, ...after] : after;
    },
  },
  inFlow: (node) => [node],
};
