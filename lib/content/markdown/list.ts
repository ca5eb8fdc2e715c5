/** Lists in Markdown. */
import type { BlockContent, List, ListItem as MdListItem } from 'mdast';
import type { MarkdownWriter } from '../block-definition.ts';
import type { Block } from '../body/body.ts';
import type { BulletList, ListItem, OrderedList } from '../body/flow.ts';
import { textNode } from '../html/inlines.ts';
import type { MarkdownReader } from './reader.ts';

/** The items of a list, and the blocks after it that it cannot hold. */
export function listItemsOf(
  { children }: List,
  { flow }: MarkdownReader,
): { content: ListItem[]; after: Block[] } {
  const after: Block[] = [];
  const content = children.flatMap((item): ListItem[] => {
    const { flow: inner, lifted } = flow(item.children, item);
    after.push(...lifted);
    const [first] = inner;
    if (typeof item.checked === 'boolean' && first?.type === 'paragraph')
      first.content = [textNode(item.checked ? '☑ ' : '☐ '), ...(first.content ?? [])];
    return inner.length > 0 ? [{ type: 'listItem', content: inner }] : [];
  });
  return { content, after };
}

/** The items of a list in Markdown's own tree. */
export const writeItems = (
  { content }: BulletList | OrderedList,
  { block }: MarkdownWriter,
): MdListItem[] =>
  content.map((item) => ({
    type: 'listItem',
    spread: isSpread(item),
    children: item.content.map((child) => block(child) as BlockContent),
  }));

/** Two paragraphs in one item need a blank line between them to stay two. */
const isSpread = ({ content }: ListItem): boolean =>
  content.some((child, index) => index > 0 && child.type === 'paragraph');
