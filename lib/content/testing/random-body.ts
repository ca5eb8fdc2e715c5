/** Bodies of every kind of block, made of a number: the same number makes the same body. */
import { BLOCK_CASES } from '../blocks/cases.generated.ts';
import type { Block, Body, Footnote, ImageNode, Inline, ListItem, Mark, Paragraph } from '../body/body.ts'; // prettier-ignore
import type { Flow } from '../body/flow.ts';
import type { BlockCase, RandomParts } from './block-case.ts';

/** Numbers from 0 to below 1 that follow from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS = ['port', 'Ջուր', 'вода', 'gəmi', '<b>', '“x”', 'a\u00a0b', '  ', '\\*', '🙂', '1.'];
/** In the order in which the schema keeps them. */
const MARKS: readonly Mark[] = [
  { type: 'link', attrs: { href: 'https://news.example/a?b=c#d' } },
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'superscript' },
  { type: 'subscript' },
  { type: 'code' },
];

/** A body that is never empty, as ProseMirror's own JSON writes it. */
export function randomBody(seed: number): Body {
  const random = randomFrom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <Item>(list: readonly Item[]): Item => list[below(list.length)] as Item;
  const some = <Item>(least: number, most: number, make: () => Item): Item[] =>
    Array.from({ length: least + below(most - least + 1) }, make);
  const words = () => some(1, 4, () => pick(WORDS)).join(' ');
  const optional = () => (random() < 0.5 ? null : words());

  const inlines = (isInText = true): Inline[] => {
    const list: Inline[] = [];
    for (const inline of some(0, 5, () => inlineOf(isInText))) {
      const last = list.at(-1);
      const isSame =
        last?.type === 'text' &&
        inline.type === 'text' &&
        JSON.stringify(last.marks) === JSON.stringify(inline.marks);
      if (!isSame) list.push(inline);
    }
    return list;
  };
  const inlineOf = (isInText: boolean): Inline => {
    if (random() < 0.1) return { type: 'hardBreak' };
    if (isInText && random() < 0.05) {
      const content = inlines(false) as NonNullable<Footnote['content']>;
      return { type: 'footnote', ...(content.length > 0 && { content }) };
    }
    const marks = MARKS.filter(() => random() < 0.2);
    return { type: 'text', text: words(), ...(marks.length > 0 && { marks }) };
  };
  const content = () => {
    const list = inlines();
    return list.length > 0 ? { content: list } : {};
  };
  const paragraph = (): Paragraph => ({ type: 'paragraph', ...content() });
  const image = (): ImageNode => ({
    type: 'image',
    attrs: {
      imageId: Array.from({ length: 32 }, () => '0123456789abcdef'[below(16)]).join(''),
      alt: random() < 0.3 ? '' : words(),
      caption: optional(),
      credit: optional(),
    },
  });
  const list = (depth: number) => {
    const items = some(1, 3, (): ListItem => ({ type: 'listItem', content: flow(depth + 1) }));
    return random() < 0.5
      ? { type: 'bulletList' as const, content: items }
      : { type: 'orderedList' as const, attrs: { start: below(4) }, content: items };
  };
  const flow = (depth: number): Flow =>
    some(1, 3, () => (depth < 4 && random() < 0.3 ? list(depth) : paragraph()));
  const parts: RandomParts = {
    below,
    pick,
    some,
    words,
    optional,
    content,
    paragraph,
    image,
    flow: () => flow(1),
    list: () => list(0),
  };
  const cases: readonly BlockCase<Block>[] = Object.values(BLOCK_CASES);
  return { type: 'doc', content: some(1, 8, () => pick(cases).random(parts)) };
}
