/** What both kinds of lists have in common. */
import type { BlockDefinition, HtmlOptions } from '../block-definition.ts';
import type { BulletList, ListItem, OrderedList } from './flow.ts';
import { inlinesHtml } from './inline-html.ts';
import { runsOf, type Line } from './runs.ts';

type List = BulletList | OrderedList;
type Definition = BlockDefinition<List>;

/** The words of a list, an item a line. */
export const itemsText = (
  { content }: List,
  textOf: Parameters<Definition['plainText']>[1],
): string => content.map((item) => item.content.map(textOf).join(' ')).join('\n');

/** The items of a list as HTML; the first paragraph of an item has no element of its own. */
export const itemsHtml = (
  { content }: List,
  options: HtmlOptions,
  inner: Parameters<Definition['html']>[2],
): string =>
  content
    .map((item) => {
      const parts = item.content.map((child, place) =>
        child.type === 'paragraph' && place === 0
          ? inlinesHtml(child.content, options)
          : inner([child]),
      );
      return `<li>${parts.join('')}</li>`;
    })
    .join('');

/**
 * The lines of a list.
 * @param depth - nesting depth of the list that contains it; 0 outside of lists
 */
export function linesOfItems(
  { content }: List,
  kind: 'bullet' | 'ordered',
  depth: number,
  linesOf: Parameters<Definition['lines']>[2],
): Line[] {
  const linesOfItem = (item: ListItem): Line[] =>
    item.content.flatMap((child, place) =>
      child.type === 'paragraph'
        ? [{ kind: place === 0 ? kind : 'paragraph', depth, runs: runsOf(child.content) }]
        : linesOf(child, depth + 1),
    );
  return content.flatMap(linesOfItem);
}
