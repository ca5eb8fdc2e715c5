/** What the newsroom's screens are given: plain data, dates as ISO 8601 strings. */
import type { Locale } from '../../i18n/locales.ts';
import type { ArticleStatus } from '../article.ts';
import type { Body } from '../body/body.ts';
import type { Draft } from '../draft/draft.ts';
import type { Role } from './roles.ts';

/** What can be done to an article; who may do it stands in `lib/accounts/permissions.ts`. */
export const ARTICLE_VERBS = [
  'read',
  'create',
  'translate',
  'save',
  'submit',
  'preview',
  'mark-current',
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

export const DESK_ORDERS = ['changed', 'published', 'headline', 'views'] as const;

/** What is asked of the desk: `lib/content/desk/desk-query.ts` reads it from an address. */
export interface DeskQuery {
  /** Words of headline, standfirst, kicker and body, of drafts too. */
  text: string;
  status: ArticleStatus | null;
  locale: Locale | null;
  category: string | null;
  /** A byline's slug. */
  author: string | null;
  topic: string | null;
  isMine: boolean;
  order: (typeof DESK_ORDERS)[number];
  /** Where the page begins: the `next` of the page before it. */
  after: string | null;
}

/** What can be done to a telling from the desk itself, with one press. */
export type QuickVerb = Extract<ArticleVerb, 'translate' | 'submit' | 'mark-current'>;

/** How a story stands in one locale. */
export interface Telling {
  locale: Locale;
  /** Null: it is not told, or not for this user to read. */
  id: number | null;
  status: ArticleStatus | null;
  /** The original was changed for readers since this was translated. */
  isStale: boolean;
  /** Readers see an older revision than the newest. */
  isChanged: boolean;
  publishedAt: string | null;
  /** What this user may do at once; `translate` begins it where it is missing. */
  verbs: QuickVerb[];
}

/** A story on the desk, under the one of its tellings that was asked for. */
export interface DeskRow {
  id: number;
  storyId: number;
  locale: Locale;
  headline: string;
  category: string;
  /** Names of the byline in the locale of the screen. */
  authors: string[];
  createdBy: string | null;
  changedAt: string;
  views: number;
  tellings: Telling[];
}
export interface DeskPage {
  rows: DeskRow[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

/** What of the desk cannot wait. */
export interface DeskNumbers {
  readAt: string;
  /** Schedules that were not kept, the oldest first, a few of them. */
  overdue: { id: number; locale: Locale; headline: string; at: string }[];
  overdueTotal: number;
  /** Published, and not visible: their moment lies ahead. A clock was set back, or somebody meant it. */
  ahead: { id: number; locale: Locale; headline: string; at: string }[];
  aheadTotal: number;
  /** What this process could not make ready for a list, a feed or a sitemap, and left out there. */
  leftOut: { id: number; locale: Locale; headline: string; place: 'feed' | 'list' | 'sitemap' }[];
  /** When the database was last found older than what was read of it; null for never, and to who publishes nothing. */
  setBackAt: string | null;
  /** What is being worked on. */
  draft: number;
  in_review: number;
  scheduled: number;
  /** In review, and this user may publish it; null for who publishes nothing. */
  waiting: number | null;
  /** Who outside was not told for a while of what was published; empty for who publishes nothing. */
  unsent: {
    target: string;
    rows: number;
    since: string;
    reason: string | null;
    nextTryAt: string;
  }[];
  /** Views of the whole publication, the last 24 hours, the oldest first; the last hour is not over. */
  hours: { hour: string; views: number }[];
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
  /** The page that wrote it, by a name that it made up; empty for none. */
  writer: string;
  /** Who reads this. */
  self: { id: number; name: string; email: string };
  /** Who wrote last and when, where the text is newer than every revision. */
  unkept: { savedBy: string; savedAt: string } | null;
  tellings: Telling[];
  /** Slugs that lead on to the present one, the newest first. */
  formerSlugs: string[];
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
  hasSecondFactor: boolean;
}

/** Where somebody is signed in. */
export interface SessionRow {
  id: number;
  /** Browser and system; null: told nothing that we know. */
  device: string | null;
  since: string;
  lastSeen: string;
  /** The one that asks. */
  isThis: boolean;
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

/** Somebody or something that an article names. */
export interface NamedThing {
  slug: string;
  /** In the locale that was asked for, or in whichever there is one. */
  name: string;
  names: Partial<Record<Locale, string>>;
}

/** What a translation tells in another language, beside it on the screen. */
export interface Original {
  id: number;
  locale: Locale;
  /** The revision that is shown. */
  version: number;
  /** The one that was translated, or that somebody last called told; null where nobody knows. */
  translatedVersion: number | null;
  headline: string;
  standfirst: string | null;
  body: Body;
}
