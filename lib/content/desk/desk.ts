/** The data for the newsroom's screens: plain data, dates as ISO 8601 strings. */
import type { Locale } from '../../i18n/locales.ts';
import type { ArticleStatus } from '../article.ts';
import type { Body } from '../body/body.ts';
import type { Draft } from '../draft/draft.ts';
import type { ArticleCommandName } from './commands.ts';
import type { Role } from './roles.ts';

export const DESK_ORDERS = ['changed', 'published', 'headline', 'views'] as const;

/** The desk's filters: `lib/content/desk/desk-query.ts` reads them from an address. */
export interface DeskQuery {
  /** Words of the headline, standfirst, kicker and body; drafts included. */
  text: string;
  status: ArticleStatus | null;
  locale: Locale | null;
  category: string | null;
  /** A byline's slug. */
  author: string | null;
  topic: string | null;
  isMine: boolean;
  order: (typeof DESK_ORDERS)[number];
  /** The cursor of the page: the `next` of the page before it. */
  after: string | null;
}

/** One-click actions on an article from the desk itself. */
export type QuickVerb = Extract<ArticleCommandName, 'translate' | 'submit' | 'mark-current'>;

/** The state of a story in one locale. */
export interface Translation {
  locale: Locale;
  /** Null: there is no article in this locale, or this user may not read it. */
  id: number | null;
  status: ArticleStatus | null;
  /** The published original has changed since this was translated. */
  isStale: boolean;
  /** The published revision is older than the newest. */
  isChanged: boolean;
  publishedAt: string | null;
  /** This user's one-click actions; `translate` starts a missing translation. */
  verbs: QuickVerb[];
}

/** A story on the desk, shown by the one of its articles that matched the filters. */
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
  translations: Translation[];
}
export interface DeskPage {
  rows: DeskRow[];
  /** The cursor of the next page; null at the end. */
  next: string | null;
}

/** The desk's urgent counts and warnings. */
export interface DeskNumbers {
  readAt: string;
  /** Missed schedules, the oldest first, at most a few. */
  overdue: { id: number; locale: Locale; headline: string; at: string }[];
  overdueTotal: number;
  /**
   * Published, but not yet visible: the publication time is in the future, since a clock was set back or on
   * purpose.
   */
  ahead: { id: number; locale: Locale; headline: string; at: string }[];
  aheadTotal: number;
  /** Articles that this process could not prepare for a list, a feed or a sitemap, and left out there. */
  leftOut: { id: number; locale: Locale; headline: string; place: 'feed' | 'list' | 'sitemap' }[];
  /**
   * When the database was last found to be older than the data read from it; null for never, and for users
   * without the right to publish.
   */
  setBackAt: string | null;
  /** Number of drafts. */
  draft: number;
  in_review: number;
  scheduled: number;
  /** Articles in review that this user may publish; null for users without the right to publish. */
  waiting: number | null;
  /**
   * Delivery targets that have not received the latest events for a while; empty for users without the right
   * to publish.
   */
  unsent: {
    target: string;
    rows: number;
    since: string;
    reason: string | null;
    nextTryAt: string;
  }[];
  /** Views of the whole publication, the last 24 hours, the oldest first; the last hour is incomplete. */
  hours: { hour: string; views: number }[];
}

/** An article as the newsroom edits it. */
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
  /** The newest text: the working copy if it is newer than every revision, else the newest revision. */
  draft: Draft;
  /** Identifies this state of the text: each save states the sequence that it is based on. */
  sequence: number;
  /** The random name of the editor page that wrote it; empty for none. */
  writer: string;
  /** The signed-in user. */
  self: { id: number; name: string; email: string };
  /** Who wrote last and when, if the working copy is newer than every revision. */
  unkept: { savedBy: string; savedAt: string } | null;
  translations: Translation[];
  /** Slugs that redirect to the present one, the newest first. */
  formerSlugs: string[];
  /** The commands that this user may run on it now. */
  verbs: ArticleCommandName[];
}

/** A user account. */
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

/** A signed-in session. */
export interface SessionRow {
  id: number;
  /** Browser and system; null: the browser sent none that we recognise. */
  device: string | null;
  since: string;
  lastSeen: string;
  /** The session of this request. */
  isThis: boolean;
}

/** Another user, or the same user in another page, who has an article open. */
export interface PresentPerson {
  name: string;
  /** ISO 8601. */
  since: string;
  isTyping: boolean;
  isSelf: boolean;
}

/** The response that an editor page polls every ten seconds. */
export interface Presence {
  others: PresentPerson[];
  version: number;
  sequence: number;
}

/** An author or a topic that an article names. */
export interface NamedThing {
  slug: string;
  /** In the requested locale, or else in any locale that has one. */
  name: string;
  names: Partial<Record<Locale, string>>;
}

/** The text that a translation was made from, shown beside it on the screen. */
export interface Original {
  id: number;
  locale: Locale;
  /** The revision that is shown. */
  version: number;
  /** The revision that was translated, or that a user last marked as translated; null if unknown. */
  translatedVersion: number | null;
  headline: string;
  standfirst: string | null;
  body: Body;
}
