/** Footnotes as pages and word processors write them: a reference, and a note that leads back to it. */
import {
  attribute,
  elementsIn,
  firstElement,
  textOf,
  type HtmlElement,
  type HtmlRoot,
} from './tree.ts';

/** References to one note that are read: each has the note's words for itself. */
const MOST_REFERENCES = 20;

const fragmentOf = (link: HtmlElement): string =>
  link.tagName === 'a' ? (attribute(link, 'href').split('#')[1] ?? '') : '';
const namesOf = (element: HtmlElement): string[] =>
  [attribute(element, 'id'), attribute(element, 'name')].filter(Boolean);
const parentOf = (element: HtmlElement): HtmlElement | null => {
  const parent = element.parentNode;
  return parent && 'tagName' in parent ? parent : null;
};

/**
 * Finds the notes of a text and takes them out of it.
 * @returns by the element that refers to it, each note without its way back
 */
export function takeNotes(root: HtmlRoot): Map<HtmlElement, HtmlElement> {
  const named = new Map<string, HtmlElement>();
  const placeOf = new Map<HtmlElement, number>();
  for (const element of elementsIn(root)) {
    placeOf.set(element, placeOf.size);
    for (const name of namesOf(element)) if (!named.has(name)) named.set(name, element);
  }
  // A reference stands before its note; the way back is the same the other way round.
  const isBefore = (one: HtmlElement, other: HtmlElement) =>
    (placeOf.get(one) ?? 0) < (placeOf.get(other) ?? 0);

  const found = new Map<HtmlElement, { references: HtmlElement[]; back: Set<string> }>();
  for (const link of elementsIn(root)) {
    const fragment = fragmentOf(link);
    const target = fragment && named.get(fragment);
    const note = target && isBefore(link, target) ? noteAround(target) : null;
    if (!note) continue;
    const entry = found.get(note) ?? { references: [], back: fragmentsIn(note) };
    found.set(note, entry);
    const own = [link, parentOf(link), parentOf(parentOf(link) ?? link)];
    const names = own.flatMap((element) => (element ? namesOf(element) : []));
    const isNoted = names.some((name) => entry.back.has(name)) && !isWithin(link, note);
    if (isNoted && entry.references.length < MOST_REFERENCES) entry.references.push(whole(link));
  }

  const notes = new Map<HtmlElement, HtmlElement>();
  for (const [note, { references }] of found) {
    if (references.length === 0) continue;
    const names = new Set(references.flatMap((one) => [one, ...elementsIn(one)].flatMap(namesOf)));
    for (let around = parentOf(references[0] ?? note), up = 0; around && up < 2; up++) {
      for (const name of namesOf(around)) names.add(name);
      around = parentOf(around);
    }
    for (const link of [...elementsIn(note)]) if (names.has(fragmentOf(link))) detach(link);
    for (const reference of references) notes.set(reference, note);
    takeOut(note);
  }
  return notes;
}

/** What a note's name stands at or in: a list's item, a paragraph, or what Word puts around both. */
function noteAround(target: HtmlElement): HtmlElement | null {
  let at: HtmlElement | null = target;
  for (let up = 0; at && up < 4 && !/^(li|p|div|dd|aside)$/.test(at.tagName); up++)
    at = parentOf(at);
  const around = at && /^(li|p|div|dd|aside)$/.test(at.tagName) ? at : null;
  const outer = around?.tagName === 'p' ? parentOf(around) : null;
  return outer && outer.tagName !== 'body' && attribute(outer, 'id') !== '' ? outer : around;
}

const fragmentsIn = (note: HtmlElement): Set<string> =>
  new Set([...elementsIn(note)].map(fragmentOf).filter(Boolean));

function isWithin(element: HtmlElement, note: HtmlElement): boolean {
  for (let at: HtmlElement | null = element; at; at = parentOf(at)) if (at === note) return true;
  return false;
}

/** A reference with the raised brackets around it. */
function whole(link: HtmlElement): HtmlElement {
  const around = parentOf(link);
  const isRaised = around?.tagName === 'sup';
  return isRaised &&
    textOf(around).replace(/[[\]()\s]/g, '') === textOf(link).replace(/[[\]()\s]/g, '')
    ? around
    : link;
}

function detach(element: HtmlElement): void {
  const siblings = element.parentNode?.childNodes;
  const at = siblings?.indexOf(element) ?? -1;
  if (at >= 0) siblings?.splice(at, 1);
}

/** Takes a note out, and with it the list or frame that it leaves empty, with the line above. */
function takeOut(note: HtmlElement): void {
  let at: HtmlElement | null = note;
  do {
    const around: HtmlElement | null = parentOf(at);
    detach(at);
    at = around;
  } while (at && textOf(at) === '' && !firstElement(at, 'img', 'iframe', 'video', 'audio'));
}
