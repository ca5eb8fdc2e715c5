/** The common form of WordPress and Ghost exports; `import-site.ts` makes articles from it. */
import { createHash } from 'node:crypto';
import type { ArticleStatus } from '../../content/article.ts';
import type { Notice } from '../../content/notice.ts';

/** A person, topic or category with a name; the slug is ours, in Latin letters. */
export interface Named {
  slug: string;
  name: string;
}

export interface SitePost {
  /** Unique in its site, permanently. */
  id: string;
  title: string;
  html: string;
  /** See `HtmlOptions.linesMatter`. */
  linesMatter: boolean;
  /** Plain text. */
  standfirst: string;
  slug: string;
  status: ArticleStatus;
  /** Null if the export has none, as for a draft that never had a date. */
  publishedAt: Date | null;
  updatedAt: Date | null;
  authors: Named[];
  /** Each is a path from a category to its parents, in the order in which they are tried as our category. */
  categories: Named[][];
  topics: Named[];
  /** As in the export, `ru_RU`; null if it states none. */
  language: string | null;
  /** Joins translations; null for a story without translations. */
  group: string | null;
  leadPicture: { src: string; alt: string; caption: string; credit?: string } | null;
  seo: { title: string; description: string };
  /** Its public address; null if it had none. */
  address: string | null;
  /** Content that is not imported. */
  notes: Notice[];
}

/** An item of an export that is not an article. */
export interface LeftOut {
  /** What it is, in the plural: `pages`. */
  kind: string;
  /** Its name, if an operator needs to know of each item. */
  name: string | null;
}

export interface Site {
  /** Which software wrote the export. */
  source: 'wordpress' | 'ghost';
  /** Prefix of its stories' keys. */
  key: string;
  /** Its key in earlier releases; null if that was the same. */
  formerKey: string | null;
  /** The address of the site; null if the export does not contain it. */
  base: string | null;
  /** Number of posts. */
  total: number;
  posts(): AsyncGenerator<SitePost | LeftOut>;
  /** Frees the data kept from the file besides its posts. */
  close(): void;
}

/** Whether an item is a post that is imported. */
export const isPost = (item: SitePost | LeftOut): item is SitePost => 'html' in item;

/** A short hash, for keys. */
export const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * A copy of a string that references no other memory: a slice of a file's chunk would keep the whole chunk in
 * memory, and with many slices a gigabyte of them.
 */
export const owned = (text: string): string => Buffer.from(text).toString();

/** Maximum characters of one post, to limit the memory for any file. */
export const LONGEST_POST = 8_000_000;

/** Characters that neither XML nor the database can hold. */
export const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
