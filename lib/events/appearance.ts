/** Where readers find an article: the one place that knows which pages show it. */
import { z } from 'zod';
import {
  articleTag,
  authorTag,
  categoryTag,
  correctionsTag,
  frontTag,
  storyTag,
  topicTag,
} from '../cache-tags.ts';
import { LOCALES } from '../i18n/locales.ts';
import { tagsOfPages } from '../pages/all/tags-of-pages.ts';

/** An article's address and lists at one time. An event has one for before the change and one for after it. */
export const appearanceSchema = z.object({
  articleId: z.number().int(),
  storyId: z.number().int(),
  locale: z.enum(LOCALES),
  slug: z.string(),
  /** Slugs. */
  category: z.string(),
  authors: z.array(z.string()),
  topics: z.array(z.string()),
  /** Whether it has public corrections. */
  isCorrected: z.boolean(),
});
export type Appearance = z.output<typeof appearanceSchema>;

/** The address of an article. */
export const addressSchema = z.object({ locale: z.enum(LOCALES), slug: z.string() });
export type Address = z.output<typeof addressSchema>;

/** A list of articles in a locale that readers can open or subscribe to. */
export const listSchema = z.object({
  locale: z.enum(LOCALES),
  kind: z.enum(['everything', 'corrections', 'category', 'topic', 'author']),
  /** Of the category, the topic or the author; empty for the other kinds. */
  slug: z.string(),
});
export type List = z.output<typeof listSchema>;

/** The lists that contain an article. */
export function listsOfAppearance(appearance: Appearance): List[] {
  const { locale, category, authors, topics, isCorrected } = appearance;
  return [
    { locale, kind: 'everything', slug: '' },
    { locale, kind: 'category', slug: category },
    ...(isCorrected ? [{ locale, kind: 'corrections', slug: '' } as const] : []),
    ...authors.map((slug) => ({ locale, kind: 'author', slug }) as const),
    ...topics.map((slug) => ({ locale, kind: 'topic', slug }) as const),
  ];
}

/** The cache tags of all pages that show an article. */
export const tagsOfAppearance = (appearance: Appearance): string[] => [
  articleTag(appearance.articleId),
  storyTag(appearance.storyId),
  ...tagsOfPages(appearance),
];

/** The cache tag of the pages that show a list. */
export function tagOfList({ locale, kind, slug }: List): string {
  switch (kind) {
    case 'everything':
      return frontTag(locale);
    case 'corrections':
      return correctionsTag(locale);
    case 'category':
      return categoryTag(locale, slug);
    case 'topic':
      return topicTag(locale, slug);
    case 'author':
      return authorTag(locale, slug);
  }
}
