import { expect, test } from 'vitest';
import { clear, placesOf, put, swap } from './places.ts';

const placed = (articleId: number) => ({ articleId, headline: `Story ${articleId}` });
const pin = (position: number, articleId: number) => ({
  ...placed(articleId),
  position,
  until: '2026-11-25T06:00:00Z',
  isShown: true,
});
const ids = (places: ReturnType<typeof placesOf>) => places.map((held) => held?.articleId ?? 0);

test('an article has one place at most, and what moves away leaves its place to the rule', () => {
  const places = placesOf({ pins: [pin(2, 7), pin(0, 5)] });
  expect(ids(places)).toEqual([5, 0, 7, 0]);
  expect(ids(put(places, 1, placed(9)))).toEqual([5, 9, 7, 0]);
  expect(ids(put(places, 3, placed(5)))).toEqual([0, 0, 7, 5]);
  expect(ids(put(places, 0, placed(7)))).toEqual([7, 0, 0, 0]);
  expect(ids(swap(places, 0, 1))).toEqual([0, 5, 7, 0]);
  expect(ids(swap(places, 0, 2))).toEqual([7, 0, 5, 0]);
  expect(ids(clear(places, 2))).toEqual([5, 0, 0, 0]);
});
