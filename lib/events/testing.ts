import type { Appearance } from './appearance.ts';

/** Where readers find an article; what is not said is made up. */
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
