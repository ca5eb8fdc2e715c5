import type { Block, ListItem } from '../body/body.ts';
import { confine } from './confine.ts';
import { attribute, isElement, type HtmlElement } from './tree.ts';
import type { Notice } from '../notice.ts';

/**
 * A list of the tree, followed by the blocks that a list cannot hold; text between the items becomes an item.
 */
export function listBlocks(
  list: HtmlElement,
  blocksIn: (item: HtmlElement) => Block[],
  report: (reason: Notice) => void,
): Block[] {
  const content: ListItem[] = [];
  const after: Block[] = [];
  let loose: HtmlElement['childNodes'] = [];
  const take = (item: HtmlElement) => {
    const { flow, lifted } = confine(blocksIn(item), report);
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
  if (content.length === 0) return after;
  if (list.tagName !== 'ol') return [{ type: 'bulletList', content }, ...after];
  const start = Number.parseInt(attribute(list, 'start'), 10) || 1;
  const attrs = { start: Math.min(1_000_000, Math.max(0, start)) };
  return [{ type: 'orderedList', attrs, content }, ...after];
}
