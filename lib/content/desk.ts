/** What the newsroom's screens are given: plain data, dates as ISO 8601 strings. */
import type { Locale } from '../i18n/locales.ts';
import type { ArticleStatus } from './article.ts';
import type { Draft } from './draft.ts';
import type { Role } from './roles.ts';

/** What can be done to an article; who may do it stands in `lib/auth/permissions.ts`. */
export const ARTICLE_VERBS = [
  'read',
  'create',
  'translate',
  'save',
  'submit',
  'preview',
  'change-slug',
  'move',
  'publish',
  'schedule',
  'unschedule',
  'update',
  'correct',
  'withdraw',
] as const;
export type ArticleVerb = (typeof ARTICLE_VERBS)[number];

export const DESK_ORDERS = ['changed', 'published', 'headline'] as const;

export interface DeskQuery {
  text: string;
  status: ArticleStatus | null;
  locale: Locale | null;
  category: string | null;
  /** A byline's slug. */
  author: string | null;
  isMine: boolean;
  order: (typeof DESK_ORDERS)[number];
  page: number;
}

/** How a story stands in one locale. */
export interface Telling {
  locale: Locale;
  /** Null: it is not told, or not for this user to read. */
  id: number | null;
  status: ArticleStatus | null;
  /** The original was changed for readers since this was translated. */
  isStale: boolean;
}
export interface DeskRow {
  id: number;
  locale: Locale;
  headline: string;
  status: ArticleStatus;
  category: string;
  version: number;
  publishedVersion: number | null;
  publishedAt: string | null;
  changedAt: string;
  createdBy: string | null;
  tellings: Telling[];
}

/** An article as the newsroom works on it. */
export interface WorkingArticle {
  id: number;
  storyKey: string;
  locale: Locale;
  slug: string;
  category: string;
  status: ArticleStatus;
  version: number;
  publishedVersion: number | null;
  publishedAt: string | null;
  withdrawnReason: string | null;
  /** The newest text: the working copy where somebody writes on, else the newest revision. */
  draft: Draft;
  /** Names this state of the text: whoever saves says that they began from it. */
  sequence: number;
  /** Who wrote last and when, where the text is newer than every revision. */
  unkept: { savedBy: string; savedAt: string } | null;
  tellings: Telling[];
  /** What this user may do to it. */
  verbs: ArticleVerb[];
}

/** Somebody who has an account. */
export interface PersonRow {
  id: number;
  email: string;
  name: string;
  role: Role;
  locales: Locale[] | null;
  categories: string[] | null;
  isDisabled: boolean;
  hasPassword: boolean;
}

/** Somebody else, or oneself in another page, who has an article open. */
export interface PresentPerson {
  name: string;
  /** ISO 8601. */
  since: string;
  isTyping: boolean;
  isSelf: boolean;
}

/** What a page that has an article open is told every ten seconds. */
export interface Presence {
  others: PresentPerson[];
  version: number;
  sequence: number;
}
