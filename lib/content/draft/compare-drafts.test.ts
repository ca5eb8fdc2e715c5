import { expect, test } from 'vitest';
import type { Block, Inline } from '../body/body.ts';
import { compareDrafts, type MarkedRun } from './compare-drafts.ts';
import { emptyDraft, type Draft } from './draft.ts';

const text = (words: string, ...marks: ('bold' | 'italic')[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content });
const draft = (content: Block[], fields: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('The ferry is late'),
  ...fields,
  body: { type: 'doc', content },
});
const written = (runs: readonly MarkedRun[]) =>
  runs
    .map(({ text: words, change }) =>
      change === 'same' ? words : change === 'added' ? `+${words}+` : `-${words}-`,
    )
    .join('');

test('words that went and came are marked where they stand, and the rest is left as it is', () => {
  const { fields, body } = compareDrafts(
    draft([paragraph(text('It blinks at night.')), paragraph(text('Nobody saw it.'))]),
    draft([paragraph(text('It blinks twice at night.')), paragraph(text('Nobody saw it.'))], {
      headline: 'The ferry is very late',
    }),
  );
  expect(fields.map(({ name, runs }) => [name, written(runs)])).toEqual([
    ['kicker', ''],
    ['headline', 'The ferry is +very +late'],
    ['standfirst', ''],
  ]);
  expect(body.map(({ change, runs }) => [change, written(runs)])).toEqual([
    ['same', 'It blinks +twice +at night.'],
    ['same', 'Nobody saw it.'],
  ]);
});

test('a paragraph that is another altogether went, and the new one came', () => {
  const { body } = compareDrafts(
    draft([paragraph(text('It blinks at night.'))]),
    draft([paragraph(text('Գիշերը լույս չկար։')), paragraph(text('It blinks by night.'))]),
  );
  expect(body.map(({ change, runs }) => [change, written(runs)])).toEqual([
    ['added', '+Գիշերը լույս չկար։+'],
    ['same', 'It blinks -at-+by+ night.'],
  ]);
});

test('a change of emphasis alone, of a list’s item, of a caption and of a cell is marked', () => {
  const image = (caption: string): Block => ({
    type: 'image',
    attrs: { imageId: 'a'.repeat(32), alt: 'A lamp', caption, credit: null },
  });
  const list = (...items: string[]): Block => ({
    type: 'bulletList',
    content: items.map((item) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [text(item)] }],
    })),
  });
  const { body } = compareDrafts(
    draft([paragraph(text('at night')), list('one', 'two'), image('By night')]),
    draft([paragraph(text('at '), text('night', 'bold')), list('one', 'three'), image('By day')]),
  );
  expect(body.map(({ kind, runs }) => [kind, written(runs)])).toEqual([
    ['paragraph', 'at -night-+night+'],
    ['bullet', 'one'],
    ['bullet', '-two-'],
    ['bullet', '+three+'],
    ['picture', 'By -night-+day+ · A lamp'],
  ]);
});

test('fields without a place in the text are listed only where they differ', () => {
  const { details } = compareDrafts(
    draft([], { topics: ['sea'] }),
    draft([], { topics: ['sea', 'fog'], seoTitle: 'Late' }),
  );
  expect(details.map(({ name, runs }) => [name, written(runs)])).toEqual([
    ['topics', 'sea+, fog+'],
    ['seoTitle', '+Late+'],
  ]);
});
