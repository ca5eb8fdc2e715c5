import type { Appearance } from './appearance.ts';

/** Where readers find an article; omitted fields get default values. */
export const someAppearance = (fields: Partial<Appearance> = {}): Appearance => ({
  articleId: 1,
  storyId: 1,
  locale: 'en',
  slug: 'ferry',
  category: 'world',
  authors: [],
  topics: [],
  isCorrected: false,
  ...fields,
});
