import { expect, test } from 'vitest';
import { categoriesIn, CATEGORY_SLUGS, categoryIn } from './categories.ts';

const [first = ''] = CATEGORY_SLUGS;

test('categories have names in the language asked for', () => {
  expect(categoriesIn('ru')[0]?.name).not.toBe(categoriesIn('en')[0]?.name);
});

test('a category is found by its slug', () => {
  expect(categoryIn('en', first)).toEqual(categoriesIn('en')[0]);
});

test('a slug of no category finds none', () => {
  expect(categoryIn('en', 'no-such-category')).toBeUndefined();
});
