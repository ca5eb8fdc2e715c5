import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../body/body.ts';
import { emptyDraft, type Draft } from './draft.ts';
import { isClean, isSameDraft, mergeDrafts, resolveMerge, type Choice } from './merge-drafts.ts';
import { plainText } from '../body/plain-text.ts';
import { wordsOf } from './words-of-draft.ts';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  ...(text && { content: [{ type: 'text', text }] }),
});
const draftOf = (texts: readonly string[], fields: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('Headline'),
  ...fields,
  body: { type: 'doc', content: texts.map(paragraph) },
});
const textOf = (draft: Draft) => plainText(draft.body).split('\n');
const BASE = ['One', 'Two', 'Three', 'Four'];

test('changes of different paragraphs are merged, neighbouring ones and ends too', () => {
  for (const [mine, theirs, both] of [
    [['One!', 'Two', 'Three', 'Four'], ['One', 'Two', 'Three', 'Four?'], 'One! Two Three Four?'],
    [['One', 'Two!', 'Three', 'Four'], ['One', 'Two', 'Three?', 'Four'], 'One Two! Three? Four'],
    [['One', 'Two!', 'Three', 'Four'], ['One?', 'Two', 'Three', 'Four?'], 'One? Two! Three Four?'],
    [['One', 'Three', 'Four'], ['One', 'Two', 'Three', 'Four', 'Five'], 'One Three Four Five'],
    [['Zero', ...BASE], [...BASE, 'Five'], 'Zero One Two Three Four Five'],
    [[...BASE, 'Five'], [...BASE, 'Five'], 'One Two Three Four Five'],
    [BASE, ['One', 'Two', 'Three', 'Four', 'Five'], 'One Two Three Four Five'],
  ] as const) {
    const merge = mergeDrafts(draftOf(BASE), draftOf(mine), draftOf(theirs));
    expect([both, isClean(merge)]).toEqual([both, true]);
    expect(textOf(resolveMerge(merge)).join(' ')).toBe(both);
  }
});

test('one paragraph changed by both is a conflict, of which either or both can be taken', () => {
  const merge = mergeDrafts(
    draftOf(BASE),
    draftOf(['One', 'Two mine', 'Three', 'Four']),
    draftOf(['One', 'Two theirs', 'Three', 'Four!']),
  );
  expect(isClean(merge)).toBe(false);
  const place = merge.body.findIndex(({ kind }) => kind === 'conflict');
  const take = (choice: Choice) =>
    textOf(resolveMerge(merge, new Map([[place, choice]]))).join(' ');
  expect(take('mine')).toBe('One Two mine Three Four!');
  expect(take('theirs')).toBe('One Two theirs Three Four!');
  expect(take('both')).toBe('One Two theirs Two mine Three Four!');
});

test('what one deletes and the other changes is a conflict, never a silence', () => {
  const merge = mergeDrafts(
    draftOf(BASE),
    draftOf(['One', 'Four']),
    draftOf(['One', 'Two!', 'Three', 'Four']),
  );
  expect(isClean(merge)).toBe(false);
  expect(wordsOf(resolveMerge(merge, new Map([[1, 'theirs']])))).toContain('Two');
});

test('fields are merged by name, and one that both changed is chosen', () => {
  const base = draftOf(BASE, { topics: ['sea'] });
  const mine = { ...base, headline: 'Mine', standfirst: 'My standfirst' };
  const theirs = { ...base, headline: 'Theirs', topics: ['sea', 'fog'] };
  const merge = mergeDrafts(base, mine, theirs);
  expect(merge.fields.map(({ name, kind }) => [name, kind])).toEqual([
    ['headline', 'conflict'],
    ['standfirst', 'mine'],
    ['topics', 'theirs'],
  ]);
  expect(resolveMerge(merge, new Map([['headline', 'theirs']]))).toMatchObject({
    headline: 'Theirs',
    standfirst: 'My standfirst',
    topics: ['sea', 'fog'],
  });
});

test('one text written in two ways is one text', () => {
  const marks = [{ type: 'bold' as const }, { type: 'italic' as const }];
  const written = (order: typeof marks, empty: object): Draft => ({
    ...emptyDraft('Headline'),
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'a', marks: order }] },
        { type: 'paragraph', ...empty },
      ],
    },
  });
  const [one, other] = [
    written(marks, {}),
    written([...marks].reverse(), { content: [], attrs: {} }),
  ];
  expect(isSameDraft(one, other)).toBe(true);
  expect(isSameDraft(one, written(marks.slice(1), {}))).toBe(false);
});

/** What somebody does to a list of paragraphs; each new word is in no other text. */
const edits = (name: string) =>
  fc
    .array(
      fc.record({ place: fc.nat(9), deed: fc.constantFrom('change', 'insert', 'split', 'join') }),
      {
        maxLength: 5,
      },
    )
    .map((list) => (texts: readonly string[]) => {
      const result = [...texts];
      for (const [number, { place, deed }] of list.entries()) {
        const at = place % (result.length + 1);
        const word = `${name}${number}`;
        const before = result[at] ?? '';
        if (deed === 'insert') result.splice(at, 0, word);
        else if (deed === 'change') result.splice(at, 1, `${before} ${word}`.trim());
        else if (deed === 'split') result.splice(at, 1, ...before.split(' ').filter(Boolean));
        else result.splice(at, 2, [before, result[at + 1] ?? ''].join(' ').trim());
      }
      return result;
    });

test('of any two texts that only grow, every word of both is in the merged one, or in a conflict that shows it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c', 'a b', 'c d e'), { maxLength: 8 }),
      edits('mine'),
      edits('theirs'),
      (texts, editMine, editTheirs) => {
        const [base, mine, theirs] = [texts, editMine(texts), editTheirs(texts)].map((list) =>
          draftOf(list),
        );
        if (!base || !mine || !theirs) return;
        const merge = mergeDrafts(base, mine, theirs);
        const both = new Map(merge.body.map((_, place) => [place, 'both' as const]));
        const words = wordsOf(resolveMerge(merge, both));
        for (const word of [...wordsOf(mine), ...wordsOf(theirs)]) expect(words).toContain(word);
        // A merge that reports no conflict has lost no word of either side.
        if (isClean(merge)) expect(wordsOf(resolveMerge(merge))).toEqual(words);
      },
    ),
    { numRuns: 2000 },
  );
});

test('merging is the same from either side, and with an unchanged side it is the other one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 }),
      edits('mine'),
      edits('theirs'),
      (texts, editMine, editTheirs) => {
        const [base, mine, theirs] = [
          draftOf(texts),
          draftOf(editMine(texts)),
          draftOf(editTheirs(texts)),
        ];
        expect(isSameDraft(resolveMerge(mergeDrafts(base, mine, base)), mine)).toBe(true);
        expect(isSameDraft(resolveMerge(mergeDrafts(base, base, theirs)), theirs)).toBe(true);
        const [one, other] = [mergeDrafts(base, mine, theirs), mergeDrafts(base, theirs, mine)];
        expect(isClean(one)).toBe(isClean(other));
        if (isClean(one)) expect(isSameDraft(resolveMerge(one), resolveMerge(other))).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});
