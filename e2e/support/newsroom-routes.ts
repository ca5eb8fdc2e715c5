/**
 * How far each route handler and page of the newsroom is to reach. The test of the doors finds them by their
 * files: one that is missing here fails it.
 */
import { globSync, readFileSync } from 'node:fs';

/** Whom a door lets in; `article`: whom the permission table lets. */
export type Reach = 'anybody' | 'everybody' | 'chiefs' | 'article';

const API = 'app/api/newsroom';
const PAGES = 'app/[[]locale]/(newsroom)/newsroom';

/** Every method of every route handler, as `POST articles/[article]/[command]`. */
export const ROUTES: Readonly<Record<string, Reach>> = {
  'POST session': 'anybody',
  'DELETE session': 'everybody',
  'DELETE sessions': 'everybody',
  'POST join': 'anybody',
  'POST forgotten': 'anybody',
  'POST account/[command]': 'everybody',
  'GET people': 'chiefs',
  'POST people': 'chiefs',
  'POST people/[person]/[command]': 'chiefs',
  'POST articles': 'everybody',
  'GET articles/[article]': 'article',
  'POST articles/[article]/[command]': 'article',
  'GET desk': 'everybody',
  'GET desk/numbers': 'everybody',
  'GET card': 'everybody',
  'GET links': 'everybody',
  'GET names/[kind]': 'everybody',
  'POST names/[kind]': 'everybody',
  'GET fronts/[locale]': 'chiefs',
  'POST fronts/[locale]/[command]': 'chiefs',
  'GET media': 'everybody',
  'POST media': 'everybody',
  'GET media/[image]': 'everybody',
  'POST media/[image]/[command]': 'everybody',
  'POST media/uploads': 'everybody',
  'DELETE media/uploads/[upload]': 'everybody',
  'HEAD media/uploads/[upload]': 'everybody',
  'PATCH media/uploads/[upload]': 'everybody',
};

/** Every page, as what follows `/newsroom` in its address. */
export const NEWSROOM_PAGES: Readonly<Record<string, Reach>> = {
  '': 'everybody',
  '/sign-in': 'anybody',
  '/forgotten': 'anybody',
  '/join/[token]': 'anybody',
  '/account': 'everybody',
  '/people': 'chiefs',
  '/article/[article]': 'article',
  '/article/[article]/compare': 'article',
  '/article/[article]/preview': 'article',
  '/article/[article]/preview/page': 'article',
  '/front': 'chiefs',
  '/front/preview': 'chiefs',
  '/front/preview/page': 'chiefs',
  '/log': 'chiefs',
  '/media': 'everybody',
};

const METHOD =
  /export (?:async )?(?:function|const) (GET|HEAD|POST|PUT|PATCH|DELETE)\b|as (GET|HEAD|POST|PUT|PATCH|DELETE)\b/g;

/** The methods of the route handlers that there are, by their files. */
export function findRoutes(): string[] {
  return globSync(`${API}/**/route.ts`).flatMap((file) => {
    const folder = file.slice(API.length + 1, -'/route.ts'.length);
    const found = [...readFileSync(file, 'utf8').matchAll(METHOD)];
    return found.map(([, own, renamed]) => `${own ?? renamed} ${folder}`);
  });
}

/** The pages that there are, by their files. */
export function findPages(): string[] {
  const root = 'app/[locale]/(newsroom)/newsroom';
  return globSync(`${PAGES}/**/page.tsx`).map((file) =>
    file.slice(root.length, -'/page.tsx'.length),
  );
}
