import { expect, test } from 'vitest';
import type { CategoryRef } from '../content/article.ts';
import { LOCALES } from '../i18n/locales.ts';
import { categoryTag, frontTag, navigationTag } from '../cache-tags.ts';
import { followNavigation } from './navigation.ts';

test('pages are made anew when a category gets its first story, and not at its second', async () => {
  const filled: CategoryRef[] = [];
  const follow = followNavigation(async (locale) => (locale === 'az' ? filled : []));
  expect(await follow([])).toEqual(LOCALES.map(navigationTag));
  filled.push({ slug: 'world', name: 'Dünya' });
  expect(await follow([frontTag('az'), categoryTag('en', 'world')])).toEqual([]);
  expect(await follow([categoryTag('az', 'world')])).toEqual([navigationTag('az')]);
  expect(await follow([categoryTag('az', 'world')])).toEqual([]);
  filled.pop();
  expect(await follow([categoryTag('az', 'world')])).toEqual([navigationTag('az')]);
});
