/** The addresses of route handlers that pages, the newsroom and monitoring ask. */
import type { Locale } from './i18n/locales.ts';

/** What the addresses of all route handlers that answer data begin with. */
export const API = '/api/';
/** What the view counter's addresses begin with; the id of an article follows. */
export const VIEWS = `${API}views/`;
/** What the addresses of the newsroom's route handlers begin with. */
export const NEWSROOM_API = `${API}newsroom/`;
export const UPLOADS = `${NEWSROOM_API}media/uploads`;

export const HEALTH_LIVE = '/api/health/live';
export const HEALTH_READY = '/api/health/ready';
export const METRICS = '/api/metrics';
/** Where an address whose bytes are no text is answered without the door. */
export const UNDECODABLE_ADDRESS = '/api/undecodable';

/** The view counter of an article. */
export const viewsAddress = (articleId: number | string): string => VIEWS + articleId;

/** The suggestions of the search for what a reader typed. */
export const suggestionsAddress = (locale: Locale, typed: string): string =>
  `${API}suggestions/${locale}?q=${encodeURIComponent(typed)}`;

/**
 * One page of a category, as data.
 * @param list.page - from 1
 * @param list.exclude - id of an article to leave out
 */
export const listAddress = (
  locale: Locale,
  list: { category: string; page: number; exclude?: number | undefined },
): string =>
  `${API}categories/${locale}/${list.category}?page=${list.page}` +
  (list.exclude === undefined ? '' : `&exclude=${list.exclude}`);
