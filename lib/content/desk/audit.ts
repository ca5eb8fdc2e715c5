/** The audit log's data for the newsroom's screens: plain data, dates as ISO 8601 strings. */
import type { Locale } from '../../i18n/locales.ts';

export interface LogQuery {
  /** The actor's user id. */
  userId: number | null;
  verb: string | null;
  articleId: number | null;
  /** ISO 8601: from this moment (inclusive) until `until` (exclusive). */
  from: string | null;
  until: string | null;
  /** The page lists entries with smaller ids: the `next` of the page before it. */
  before: number | null;
}

export interface LogRow {
  id: number;
  at: string;
  /** The user; null where it was none: see `source`. */
  name: string | null;
  /** Who did it: a user, an operator at the terminal, or the portal itself, as when a schedule is due. */
  source: 'user' | 'terminal' | 'portal';
  verb: string;
  article: { id: number; locale: Locale; headline: string } | null;
  fromVersion: number | null;
  toVersion: number | null;
  note: string | null;
}

export interface LogPage {
  rows: LogRow[];
  next: number | null;
}
