/** What both WordPress and Ghost export, said in one way; `import-site.ts` makes articles of it. */
import { createHash } from 'node:crypto';
import type { ArticleStatus } from '../../content/article.ts';
import type { Notice } from '../../content/notice.ts';

/** Somebody or something that has a name; the slug is ours, in Latin letters. */
export interface Named {
  slug: string;
  name: string;
}

export interface SitePost {
  /** Unique in its site, for ever. */
  id: string;
  title: string;
  html: string;
  /** See `HtmlOptions.linesMatter`. */
  linesMatter: boolean;
  /** Plain text. */
  standfirst: string;
  slug: string;
  status: ArticleStatus;
  /** Null where the export gives none, as for a draft that never had a date. */
  publishedAt: Date | null;
  updatedAt: Date | null;
  authors: Named[];
  /** Each is a way from a category to the one around it, in the order in which they may become ours. */
  categories: Named[][];
  topics: Named[];
  /** As the export has it, `ru_RU`; null where it names none. */
  language: string | null;
  /** Joins translations; null for a story told once. */
  group: string | null;
  leadPicture: { src: string; alt: string; caption: string; credit?: string } | null;
  seo: { title: string; description: string };
  /** Where readers found it; null where they did not. */
  address: string | null;
  /** What of it is not carried over. */
  notes: Notice[];
}

/** Something of an export that is no article. */
export interface LeftOut {
  /** What it is, in the plural: `pages`. */
  kind: string;
  /** Names it, where an operator would want to know of each. */
  name: string | null;
}

export interface Site {
  /** Which software wrote the export. */
  source: 'wordpress' | 'ghost';
  /** Begins the keys of its stories. */
  key: string;
  /** What it was in earlier releases; null where that was the same. */
  formerKey: string | null;
  /** The address of the site; null where the export does not say. */
  base: string | null;
  /** Posts that will come. */
  total: number;
  posts(): AsyncGenerator<SitePost | LeftOut>;
  /** Gives back what was kept of the file beside its posts. */
  close(): void;
}

export const isPost = (item: SitePost | LeftOut): item is SitePost => 'html' in item;

/** A short hash, for keys. */
export const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * A copy of a text that holds on to nothing else: a part of a chunk of a file would keep the whole chunk
 * in memory, and a gigabyte of them.
 */
export const owned = (text: string): string => Buffer.from(text).toString();

/** Characters of one post at most, to keep memory bounded whatever a file holds. */
export const LONGEST_POST = 8_000_000;

/** What no XML and no database can hold. */
export const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
