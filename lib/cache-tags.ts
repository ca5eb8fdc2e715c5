/**
 * Cache tags: the names of the data that a reader's page shows. A page declares the tags of what it read; a
 * row of the outbox names the tags of what changed; each page that has one of them is rendered again before
 * its next reader gets it.
 */
import type { Locale } from './i18n/locales.ts';

/** One article's own content, in every place that shows it. */
export const articleTag = (articleId: number) => `article:${articleId}`;
/** The answer of an address: it changes when a slug appears, moves or disappears. */
export const slugTag = (locale: Locale, slug: string) => `slug:${locale}:${slug}`;
/** Which locales a story is published in: for the switcher and hreflang of each translation. */
export const storyTag = (storyId: number) => `story:${storyId}`;
/** A locale's lists of all articles: the front, the newest. */
export const frontTag = (locale: Locale) => `front:${locale}`;
/** The curation of a locale's front: the stories that an editor placed on it. */
export const curationTag = (locale: Locale) => `curation:${locale}`;
/** A locale's breaking-news line. */
export const breakingTag = (locale: Locale) => `breaking:${locale}`;
/** A locale's page of corrections. */
export const correctionsTag = (locale: Locale) => `corrections:${locale}`;
/** Which categories a locale's pages offer: those that have articles to read. */
export const navigationTag = (locale: Locale) => `navigation:${locale}`;
export const categoryTag = (locale: Locale, category: string) => `category:${locale}:${category}`;
export const topicTag = (locale: Locale, topic: string) => `topic:${locale}:${topic}`;
export const authorTag = (locale: Locale, author: string) => `author:${locale}:${author}`;
/** What every page of every locale shows: names of categories, the masthead. */
export const PUBLICATION_TAG = 'publication';
/** The redirects of a former site: a change of them can change the answer of any address. */
export const REDIRECTS_TAG = 'redirects';
