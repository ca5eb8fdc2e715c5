/**
 * Footnotes as web pages and word processors write them: a reference, and a footnote with a link back to it.
 */
import {
  attribute,
  elementsIn,
  isElement,
  textOf,
  type HtmlElement,
  type HtmlRoot,
} from './tree.ts';

/** References to one footnote that are read: each gets a copy of its words. */
const MOST_REFERENCES = 20;
/** Elements between a link back and the footnote that contains it. */
const MOST_AROUND = 12;
const NOTE = /^(li|p|div|dd|aside)$/;

const fragmentOf = (element: HtmlElement): string =>
  element.tagName === 'a' ? (attribute(element, 'href').split('#')[1] ?? '') : '';
const parentOf = (element: HtmlElement): HtmlElement | null => {
  const parent = element.parentNode;
  return parent && 'tagName' in parent ? parent : null;
};

/**
 * Finds the footnotes of a text and removes them from it.
 * @returns each footnote without its links back, by the element that refers to it
 */
export function takeNotes(root: HtmlRoot): Map<HtmlElement, HtmlElement> {
  const named = new Map<string, HtmlElement>();
  const places = new Map<HtmlElement, number>();
  const links: HtmlElement[] = [];
  for (const element of elementsIn(root)) {
    places.set(element, places.size);
    if (fragmentOf(element) !== '') links.push(element);
    for (const name of [attribute(element, 'id'), attribute(element, 'name')])
      if (name !== '' && !named.has(name)) named.set(name, element);
  }
  const placeOf = (element: HtmlElement) => places.get(element) ?? 0;

  /** By the target of the link, which stands before it in the text. */
  const backs = new Map<HtmlElement, HtmlElement[]>();
  for (const link of links) {
    const target = named.get(fragmentOf(link));
    if (!target || placeOf(target) > placeOf(link)) continue;
    const known = backs.get(target) ?? [];
    if (known.length < MOST_REFERENCES) backs.set(target, [...known, link]);
  }

  const references = new Map<HtmlElement, HtmlElement[]>();
  const notes = new Map<HtmlElement, HtmlElement>();
  const ways: HtmlElement[] = [];
  for (const link of links) {
    const target = named.get(fragmentOf(link));
    const note = target && placeOf(target) > placeOf(link) ? noteAround(target) : null;
    if (!note) continue;
    const own = [link, parentOf(link), parentOf(parentOf(link) ?? link)];
    const back = own
      .flatMap((element) => (element && backs.get(element)) ?? [])
      .filter((way) => isWithin(way, note));
    const others = references.get(note) ?? [];
    if (back.length === 0 || others.length >= MOST_REFERENCES) continue;
    references.set(note, [...others, link]);
    ways.push(...back);
  }
  for (const [note, all] of references) for (const link of all) notes.set(whole(link), note);
  for (const way of ways) detach(way);
  for (const note of references.keys()) takeOut(note);
  return notes;
}

/**
 * The element that contains the footnote's anchor: a list item, a paragraph, or Word's wrapper around that.
 */
function noteAround(target: HtmlElement): HtmlElement | null {
  let around: HtmlElement | null = target;
  for (let up = 0; around && up < 4 && !NOTE.test(around.tagName); up++) around = parentOf(around);
  if (!around || !NOTE.test(around.tagName)) return null;
  const outer = around.tagName === 'p' ? parentOf(around) : null;
  return outer && attribute(outer, 'id') !== '' ? outer : around;
}

function isWithin(element: HtmlElement, note: HtmlElement): boolean {
  let at: HtmlElement | null = element;
  for (let up = 0; at && up < MOST_AROUND; up++) {
    if (at === note) return true;
    at = parentOf(at);
  }
  return false;
}

/** A reference with the superscript brackets around it. */
function whole(link: HtmlElement): HtmlElement {
  const around = parentOf(link);
  if (around?.tagName !== 'sup' || around.childNodes.length > 3) return link;
  const bare = (element: HtmlElement) => textOf(element).replace(/[[\]()\s]/g, '');
  return bare(around) === bare(link) ? around : link;
}

function detach(element: HtmlElement): void {
  const siblings = element.parentNode?.childNodes;
  const at = siblings?.indexOf(element) ?? -1;
  if (at >= 0) siblings?.splice(at, 1);
}

/** Removes a footnote, and with it the list or wrapper that becomes empty, with the rule above. */
function takeOut(note: HtmlElement): void {
  let at: HtmlElement | null = note;
  do {
    const around: HtmlElement | null = parentOf(at);
    detach(at);
    at = around;
  } while (at && isEmpty(at));
}

/** Whether nothing below shows anything; stops at the first element that does. */
function isEmpty(parent: HtmlElement): boolean {
  const waiting = [...parent.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('value' in node && node.value.trim() !== '') return false;
    if (!isElement(node)) continue;
    if (/^(img|iframe|video|audio|object|embed)$/.test(node.tagName)) return false;
    for (const child of node.childNodes) waiting.push(child);
  }
  return true;
}
