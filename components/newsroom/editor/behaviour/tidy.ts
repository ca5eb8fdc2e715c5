import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';

/**
 * After each change, a gallery with one picture left becomes that picture, and one with none is removed.
 * ProseMirror fills a gallery that became too short with empty pictures, as the schema requires; these are
 * removed.
 */
export const Tidy = Extension.create({
  name: 'tidy',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _, { doc, tr }) {
        if (!transactions.some(({ docChanged }) => docChanged)) return null;
        doc.forEach((block, at) => tidyBlock(tr, block, tr.mapping.map(at)));
        return tr.docChanged ? tr : null;
      },
    }),
  ],
});

function tidyBlock(tr: Transaction, block: Node, at: number): void {
  const isEmpty = (node: Node) => node.type.name === 'image' && node.attrs['imageId'] === '';
  if (isEmpty(block)) return void tr.delete(at, at + block.nodeSize);
  if (block.type.name !== 'gallery') return;
  const kept = block.children.filter((image) => !isEmpty(image));
  if (kept.length === block.childCount) return;
  const next = kept.length > 1 ? block.type.create(null, kept) : kept;
  tr.replaceWith(at, at + block.nodeSize, next);
}
