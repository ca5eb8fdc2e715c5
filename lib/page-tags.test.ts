import { expect, test } from 'vitest';
import { collectNotes, noteRead, noteStatus } from './page-tags.ts';

test('prints that run side by side collect their own reads only', async () => {
  const print = (tag: string, lifetime: number) =>
    collectNotes(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      noteRead([tag], lifetime);
      return tag;
    });
  const [first, second] = await Promise.all([print('article:1', 60), print('article:2', 5)]);
  expect([...first.notes.tags]).toEqual(['article:1']);
  expect(first.notes.lifetime).toBe(60);
  expect([...second.notes.tags]).toEqual(['article:2']);
  expect(second.notes.lifetime).toBe(5);
});

test('the shortest lifetime of a page counts', async () => {
  const { notes } = await collectNotes(async () => {
    noteRead(['front:en'], 300);
    noteRead(['publication']);
  });
  expect(notes.lifetime).toBe(300);
  expect([...notes.tags]).toEqual(['front:en', 'publication']);
});

test('a read outside of any print notes nothing and does not fail', () => {
  expect(() => noteRead(['front:en'])).not.toThrow();
});

test('a page reports that its article was withdrawn, and the next one does not', async () => {
  const withdrawn = await collectNotes(async () => noteStatus(410));
  const next = await collectNotes(async () => {});
  expect([withdrawn.notes.status, next.notes.status]).toEqual([410, 200]);
});
