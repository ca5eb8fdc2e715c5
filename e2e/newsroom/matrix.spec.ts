/**
 * Role × route × command, walked on a running portal: the routes are found by their files, what a command
 * may do to which article is written out here.
 */
import type { APIRequestContext } from '@playwright/test';
import type { ArticleCommandName } from '../../lib/content/desk/commands.ts';
import { ROLES } from '../../lib/content/desk/roles.ts';
import { COMMANDS } from '../../lib/newsroom/commands/commands.ts';
import { begin, change, joinAs, OWN_PAGE, revision } from '../support/newsroom.ts';
import { findPages, findRoutes, NEWSROOM_PAGES, ROUTES } from '../support/newsroom-routes.ts';
import { expect, test } from '../support/test.ts';

const draft = {
  headline: 'Saved',
  standfirst: '',
  kicker: '',
  body: { type: 'doc', content: [] },
  authors: [],
  topics: [],
  image: null,
  seoTitle: '',
  seoDescription: '',
  embargoUntil: null,
};

const LATER = '2036-01-01T00:00:00Z';

/** The permission that each command needs, and a valid input. */
const INPUTS: Partial<
  Record<ArticleCommandName, ['read' | 'write' | 'publish' | 'translate', object]>
> = {
  autosave: ['write', { version: 1, sequence: 0, writer: 'the-matrix', edit: 1, draft }],
  save: ['write', { version: 1, draft }],
  restore: ['write', { version: 1, restored: 1 }],
  'save-markdown': ['write', { version: 1, draft: revision('Saved') }],
  submit: ['write', {}],
  publish: ['publish', { version: 1 }],
  schedule: ['publish', { version: 1, at: LATER }],
  unschedule: ['publish', {}],
  update: ['publish', { version: 1, isMarkedUpdated: false }],
  correct: ['publish', { text: 'Corrected.' }],
  withdraw: ['publish', { reason: 'Reason' }],
  'change-slug': ['write', { slug: `matrix-${process.pid}` }],
  move: ['write', { category: 'sport' }],
  'mark-current': ['write', { original: null }],
  translate: ['translate', { locale: 'en' }],
  presence: ['read', { writer: 'the-matrix' }],
  'preview-link': ['write', { version: null, days: 7 }],
  'revoke-preview-link': ['write', { linkId: 999_999 }],
};

/** The permissions, written out: what answers each role on articles in its scope. */
const MATRIX = {
  reporter: {
    'own draft': { read: 200, write: 200, publish: 403, translate: 200 },
    'another’s draft': { read: 404, write: 404, publish: 404, translate: 404 },
    'another’s published': { read: 200, write: 403, publish: 403, translate: 200 },
  },
  editor: {
    'own draft': { read: 200, write: 200, publish: 200, translate: 200 },
    'another’s draft': { read: 200, write: 200, publish: 200, translate: 200 },
    'another’s published': { read: 200, write: 200, publish: 200, translate: 200 },
  },
  'editor-in-chief': {
    'own draft': { read: 200, write: 200, publish: 200, translate: 200 },
    'another’s draft': { read: 200, write: 200, publish: 200, translate: 200 },
    'another’s published': { read: 200, write: 200, publish: 200, translate: 200 },
  },
} as const;

/** Valid commands of an editor-in-chief: another role gets 403, not 422 for a malformed command. */
const CHIEFS_INPUTS: Record<string, object> = {
  people: {
    email: `matrix-${process.pid}@news.example`,
    name: 'Nobody',
    role: 'reporter',
    locales: null,
    categories: null,
    mailLocale: 'en',
  },
  'people/999999/link': { mailLocale: 'en' },
  'fronts/en/pins': { version: 0, pins: [] },
  'fronts/en/breaking': { version: 0, text: 'Nobody’s', articleId: null, until: LATER },
  'fronts/en/end-breaking': { version: 0 },
};

const SUBJECTS: Readonly<Record<string, keyof typeof COMMANDS>> = {
  account: 'account',
  people: 'person',
  media: 'picture',
  fronts: 'front',
};

/** What an address’s parts stand for, where nobody’s is meant. */
const fill = (folder: string): string[] => {
  const [place = ''] = folder.split('/');
  const commands = Object.keys(COMMANDS[SUBJECTS[place] ?? 'article']);
  const path = folder
    .replace(/\[(article|person)\]/, '999999')
    .replace('[locale]', 'en')
    .replace('[kind]', 'authors')
    .replace('[image]', '0'.repeat(32))
    .replace('[upload]', 'none');
  return path.includes('[command]')
    ? commands.map((command) => path.replace('[command]', command))
    : [path];
};
const CALLS = Object.entries(ROUTES).flatMap(([route, reach]) => {
  const [method = '', folder = ''] = route.split(' ');
  return fill(folder).map((path) => ({ method, path, reach }));
});

const statusOf = async (
  request: APIRequestContext,
  method: string,
  path: string,
  headers: Record<string, string> = OWN_PAGE,
  data: object | string = {},
) => {
  const body = method === 'GET' || method === 'HEAD' ? {} : { data };
  return (await request.fetch(`/api/newsroom/${path}`, { method, headers, ...body })).status();
};

test('every route handler and page of the newsroom says how far it reaches, and there is no other', () => {
  expect(findRoutes().sort()).toEqual(Object.keys(ROUTES).sort());
  expect(findPages().sort()).toEqual(Object.keys(NEWSROOM_PAGES).sort());
});

test('only the sign-in routes and pages answer without a session', async ({
  playwright,
  baseURL,
}) => {
  const anonymous = await playwright.request.newContext(baseURL ? { baseURL } : {});
  for (const { method, path, reach } of CALLS) {
    const status = await statusOf(anonymous, method, path);
    if (reach === 'anybody') expect([method, path, status]).not.toEqual([method, path, 403]);
    else expect([method, path, status]).toEqual([method, path, 401]);
  }
  for (const [place, reach] of Object.entries(NEWSROOM_PAGES)) {
    if (reach === 'anybody') continue;
    const path = `/en/newsroom${place.replace('[article]', '1')}`;
    const answer = await anonymous.get(path, { maxRedirects: 0 });
    expect([path, answer.status(), answer.headers()['location']]).toEqual([
      path,
      307,
      '/en/newsroom/sign-in',
    ]);
  }
  await anonymous.dispose();
});

test('every mutation must come from a page of our own, in every role', async ({ request }) => {
  await joinAs(request, 'editor-in-chief');
  const form = 'application/x-www-form-urlencoded';
  const tricks: Record<string, string>[] = [
    {},
    { ...OWN_PAGE, origin: '' },
    { ...OWN_PAGE, origin: 'null' },
    { ...OWN_PAGE, origin: 'https://evil.example' },
    { ...OWN_PAGE, origin: `${OWN_PAGE.origin}.evil.example` },
    { ...OWN_PAGE, 'sec-fetch-site': 'cross-site' },
    { ...OWN_PAGE, 'sec-fetch-site': 'same-site' },
    { ...OWN_PAGE, 'sec-fetch-site': 'none' },
    { origin: OWN_PAGE.origin },
    { 'content-type': form, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { 'content-type': 'text/plain', origin: 'null', 'sec-fetch-site': 'cross-site' },
  ];
  const mutations = CALLS.filter(({ method }) => method !== 'GET' && method !== 'HEAD');
  for (const { method, path } of mutations) {
    const statuses = await Promise.all(
      tricks.map((headers) => statusOf(request, method, path, headers, 'a=b')),
    );
    expect([method, path, ...new Set(statuses)]).toEqual([method, path, 403]);
  }
  // Nothing of it was done: the session that all of them came with is there still.
  expect((await request.get('/en/newsroom')).status()).toBe(200);
});

test('a form is no request of ours, even from our own page', async ({ request }) => {
  await joinAs(request, 'editor-in-chief');
  const headers = { ...OWN_PAGE, 'content-type': 'application/x-www-form-urlencoded' };
  for (const { method, path } of CALLS) {
    if (method !== 'POST' || path === 'media/uploads') continue;
    const status = await statusOf(request, method, path, headers, 'email=a%40b.example');
    expect([path, status]).toEqual([path, 400]);
  }
});

for (const role of ROLES) {
  test(`each route lets a ${role} do what the matrix says`, async ({ playwright, baseURL }) => {
    const context = () => playwright.request.newContext(baseURL ? { baseURL } : {});
    const [user, chief] = [await context(), await context()];
    await joinAs(user, role);
    await joinAs(chief, 'editor-in-chief');
    for (const { method, path, reach } of CALLS) {
      // Its own session is the one that it ends.
      if (reach === 'article' || path.startsWith('session') || path.endsWith('everywhere'))
        continue;
      const isLetIn = reach !== 'chiefs' || role === 'editor-in-chief';
      const input = isLetIn ? {} : CHIEFS_INPUTS[path];
      const status = await statusOf(user, method, path, OWN_PAGE, input);
      if (!isLetIn) expect([method, path, status]).toEqual([method, path, 403]);
      else
        expect([method, path, [200, 400, 404, 409, 412, 422].includes(status) && status]).toEqual([
          method,
          path,
          status,
        ]);
    }

    const make = async (isOwn: boolean, isPublished: boolean) => {
      const id = await begin(isOwn ? user : chief, `Matrix of a ${role}`);
      if (isPublished) await change(chief, `articles/${id}/publish`, { version: 1 });
      return id;
    };
    for (const kind of ['own draft', 'another’s draft', 'another’s published'] as const) {
      const makeOne = () => make(kind === 'own draft', kind === 'another’s published');
      const expected = MATRIX[role][kind];
      const untouched = await makeOne();
      const read = await statusOf(user, 'GET', `articles/${untouched}`);
      expect([kind, read]).toEqual([kind, expected.read]);
      const page = await user.get(`/en/newsroom/article/${untouched}`);
      expect([kind, page.status()]).toEqual([kind, expected.read]);
      for (const [name, [permission, input]] of Object.entries(INPUTS)) {
        const isAllowed = expected[permission] === 200;
        const id = isAllowed ? await makeOne() : untouched;
        const answered = await statusOf(user, 'POST', `articles/${id}/${name}`, OWN_PAGE, input);
        const place = [name, kind];
        if (!isAllowed) expect([...place, answered]).toEqual([...place, expected[permission]]);
        // The article is not a translation, so a permitted user gets 422.
        else if (name === 'mark-current') expect([...place, answered]).toEqual([...place, 422]);
        else if (name !== 'revoke-preview-link')
          expect([...place, [200, 409].includes(answered) && answered]).toEqual([
            ...place,
            answered,
          ]);
      }
    }
    for (const [place, reach] of Object.entries(NEWSROOM_PAGES)) {
      if (reach !== 'everybody' && reach !== 'chiefs') continue;
      const isLetIn = reach === 'everybody' || role === 'editor-in-chief';
      const answer = await user.get(`/en/newsroom${place}`, { maxRedirects: 0 });
      expect([place, answer.status()]).toEqual([place, isLetIn ? 200 : 404]);
    }
    await Promise.all([user.dispose(), chief.dispose()]);
  });
}

test('an editor’s role ends where their locales and categories do', async ({
  request,
  playwright,
  baseURL,
}) => {
  const chief = await playwright.request.newContext(baseURL ? { baseURL } : {});
  await joinAs(chief, 'editor-in-chief');
  await joinAs(request, 'editor', '--locales', 'en', '--categories', 'world');
  const id = await begin(chief, 'Out of reach');
  expect(await statusOf(request, 'GET', `articles/${id}`)).toBe(404);
  expect(await statusOf(request, 'POST', `articles/${id}/publish`, OWN_PAGE, { version: 1 })).toBe(
    404,
  );
  for (const input of [
    { locale: 'en', category: 'sport', headline: 'No' },
    { locale: 'ru', category: 'world', headline: 'No' },
  ])
    expect(await statusOf(request, 'POST', 'articles', OWN_PAGE, input)).toBe(403);
  await chief.dispose();
});
