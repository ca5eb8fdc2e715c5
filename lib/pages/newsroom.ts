import type { Locale } from '../i18n/locales.ts';
import { declarePage } from './all/declare-page.ts';

/** The newsroom; its own pages lie below. */
export const page = declarePage({ path: '/newsroom', kind: 'work' });

/** What follows `/newsroom` in the addresses of its pages. */
export type NewsroomPath =
  | ''
  | '/account'
  | '/forgotten'
  | '/front'
  | `/front?in=${Locale}`
  | `/front/preview?in=${Locale}&pins=${string}`
  | `/front/preview/page?${string}`
  | `/join/${string}`
  | '/log'
  | `/log?${string}`
  | '/media'
  | '/people'
  | '/sign-in'
  | `/article/${number}`
  | `/article/${number}/compare`
  | `/article/${number}/compare?from=${number}&to=${number | 'now'}`
  | `/article/${number}/preview?version=${number}`
  | `/article/${number}/preview/page?version=${number}`;

/** The path of a page of the newsroom. */
export const newsroomAddress = (locale: Locale, path: NewsroomPath = ''): string =>
  page.href({ locale }) + path;
