import { expect, test } from 'vitest';
import type { CategoryRef } from '../content/article.ts';
import { LOCALES } from '../i18n/locales.ts';
import { navigationTag } from '../cache-tags.ts';
import { followNavigation } from './navigation.ts';

test('the navigation changes when a category gets its first story or loses its last, and only then', async () => {
  const filled: CategoryRef[] = [];
  const follow = followNavigation(async (locale) => (locale === 'az' ? filled : []));
  expect(await follow(LOCALES)).toEqual(LOCALES.map(navigationTag));
  filled.push({ slug: 'world', name: 'Dünya' });
  expect(await follow(['en'])).toEqual([]);
  expect(await follow(['az'])).toEqual([navigationTag('az')]);
  expect(await follow(['az'])).toEqual([]);
  filled.pop();
  expect(await follow(['az'])).toEqual([navigationTag('az')]);
});
