import type { HtmlReader } from '../block-definition.ts';
import type { Block } from '../body/body.ts';
import type { ListItem } from '../body/flow.ts';
import { isElement, type HtmlElement } from './tree.ts';

/** The items of a list, and the blocks that it cannot hold; text between the items becomes an item. */
export function readList(
  list: HtmlElement,
  { blocksIn, confine }: HtmlReader,
): { content: ListItem[]; after: Block[] } {
  const content: ListItem[] = [];
  const after: Block[] = [];
  let loose: HtmlElement['childNodes'] = [];
  const take = (item: HtmlElement) => {
    const { flow, lifted } = confine(blocksIn(item));
    for (const block of lifted) after.push(block);
    const isNested = item !== list && /^(ul|ol)$/.test(item.childNodes[0]?.nodeName ?? '');
    const last = content.at(-1);
    // `<ul><li>a</li><ul>…</ul></ul>`: the inner list belongs to the item before it.
    if (isNested && last && item.tagName !== 'li') last.content = last.content.concat(flow);
    else if (flow.length > 0) content.push({ type: 'listItem', content: flow });
  };
  const takeLoose = () => {
    if (loose.length > 0) take({ ...list, tagName: 'div', childNodes: loose });
    loose = [];
  };
  for (const child of list.childNodes) {
    if (isElement(child) && child.tagName === 'li') {
      takeLoose();
      take(child);
    } else if (isElement(child)) {
      takeLoose();
      take({ ...list, tagName: 'div', childNodes: [child] });
    } else if (!('value' in child) || child.value.trim() !== '') loose.push(child);
  }
  takeLoose();
  return { content, after };
}
