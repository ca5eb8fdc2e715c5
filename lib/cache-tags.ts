/**
 * The names of what a reader's page shows. A page declares the tags of what it read; a row of the outbox
 * names the tags of what it touched; a page that shares one is made anew before its next reader.
 */
import type { Locale } from './i18n/locales.ts';

/** One article's own content, in every place that shows it. */
export const articleTag = (articleId: number) => `article:${articleId}`;
/** What an address answers: a slug that appears, moves or goes touches it. */
export const slugTag = (locale: Locale, slug: string) => `slug:${locale}:${slug}`;
/** Which locales a story is told in: the switcher and hreflang of each translation. */
export const storyTag = (storyId: number) => `story:${storyId}`;
/** A locale's lists of everything: the front, the newest. */
export const frontTag = (locale: Locale) => `front:${locale}`;
/** What somebody decided of a locale's front: the stories that were given a place on it. */
export const curationTag = (locale: Locale) => `curation:${locale}`;
/** A locale's breaking-news line. */
export const breakingTag = (locale: Locale) => `breaking:${locale}`;
/** A locale's page of corrections. */
export const correctionsTag = (locale: Locale) => `corrections:${locale}`;
/** Which categories a locale's pages offer: those that have something to read. */
export const navigationTag = (locale: Locale) => `navigation:${locale}`;
export const categoryTag = (locale: Locale, category: string) => `category:${locale}:${category}`;
export const topicTag = (locale: Locale, topic: string) => `topic:${locale}:${topic}`;
export const authorTag = (locale: Locale, author: string) => `author:${locale}:${author}`;
/** What every page of every locale shows: names of categories, the masthead. */
export const PUBLICATION_TAG = 'publication';
/** Where addresses of a former site lead: whoever changes it may change what any address answers. */
export const REDIRECTS_TAG = 'redirects';
