import { wordsIn } from './body-bounds.ts';
import type { Block, Body, Inline, ListItem } from './body.ts';
import { footnotesOf } from './footnotes.ts';

const inlineText = (content: Inline[] | undefined): string =>
  (content ?? [])
    .map((inline) =>
      inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? ' ' : '',
    )
    .join('');

const itemText = (item: ListItem): string =>
  item.content.map((block) => blockText(block)).join(' ');

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'pullQuote':
      return [inlineText(block.content), block.attrs.attribution ?? ''].join(' ').trim();
    case 'codeBlock':
      return (block.content ?? []).map(({ text }) => text).join('');
    case 'blockquote':
      return block.content.map(blockText).join('\n');
    case 'bulletList':
    case 'orderedList':
      return block.content.map(itemText).join('\n');
    case 'table':
      return block.content
        .map((row) => row.content.map((cell) => inlineText(cell.content[0].content)).join(' '))
        .join('\n');
    case 'image':
      return block.attrs.caption ?? '';
    case 'gallery':
      return block.content.map((image) => image.attrs.caption ?? '').join('\n');
    case 'horizontalRule':
    case 'embed':
      return '';
    default:
      // Stored by an older portal or by other software: not a node of our schema.
      return wordsIn(block satisfies never);
  }
}

/**
 * The words of a body without formatting, one block a line, the footnotes last: for search, reading time and
 * descriptions.
 */
export function plainText(body: Body): string {
  const notes = footnotesOf(body).map(({ content }) => inlineText(content));
  return [...body.content.map(blockText), ...notes].filter((text) => text.trim() !== '').join('\n');
}
