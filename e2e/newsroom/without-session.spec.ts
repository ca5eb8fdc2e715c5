import { readdirSync } from 'node:fs';
import { askAsSpelt, begin, change, joinAs, revision } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

const CANARY = 'hambergite';

/** Every page and route handler of the newsroom, as the framework finds them: one that is added is tried. */
function routesOf(folder: string, file: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path === file || path.endsWith(`/${file}`))
    .map((path) => `/${path.slice(0, -file.length)}`.replace(/\/$/, ''));
}
const PAGES = routesOf('app/[locale]/(newsroom)/newsroom', 'page.tsx');
const HANDLERS = routesOf('app/api/newsroom', 'route.ts');

const TRICKS: Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'x-forwarded-host': 'localhost', 'x-forwarded-for': '127.0.0.1' },
  { cookie: 'newsroom=x; __Host-newsroom=x' },
];
const spellingsOf = (path: string) => [
  `/en/newsroom${path}`,
  `/ru/newsroom${path}`,
  `/EN/newsroom${path}`,
  `/en/%6eewsroom${path}`,
  `/en//newsroom${path}`,
  `/en/x/../newsroom${path}`,
  `/en/newsroom${path}.rsc`,
  `/en/newsroom${path}.segments/_tree.segment.rsc`,
];

test('no page and no handler of the newsroom sends a word of a draft without a session', async ({
  request,
}) => {
  await joinAs(request, 'editor-in-chief');
  const id = await begin(request, `The ${CANARY} file`);
  await change(request, `articles/${id}/save-markdown`, {
    version: 1,
    draft: revision(`The ${CANARY} file`),
  });
  // Whatever a segment in brackets stands for: an article, a person, a token, a locale.
  const filled = (path: string) => path.replace('[locale]', 'en').replace(/\[\w+\]/g, String(id));
  expect(PAGES.length).toBeGreaterThan(8);
  expect(HANDLERS.length).toBeGreaterThan(6);
  const query = '?version=2&from=1&to=2&in=en&q=hambergite';
  for (const page of PAGES.map(filled)) {
    for (const path of spellingsOf(page)) {
      for (const headers of TRICKS) {
        const { status, text } = await askAsSpelt(path + query, headers);
        expect([path, headers, status < 500]).toEqual([path, headers, true]);
        // The response may repeat the requested address: that is not a leak.
        const withoutQuery = text
          .toLowerCase()
          .replaceAll('q=hambergite', '')
          .replaceAll('"hambergite"', '');
        expect([path, headers, withoutQuery.includes(CANARY)]).toEqual([path, headers, false]);
      }
    }
  }
  for (const path of HANDLERS.map(filled)) {
    for (const headers of TRICKS) {
      const { text } = await askAsSpelt(`/api/newsroom${path}${query}`, headers);
      expect([path, headers, text.toLowerCase().includes(CANARY)]).toEqual([path, headers, false]);
    }
  }
  // The canary is alive where somebody is signed in.
  for (const path of [`/en/newsroom/article/${id}/preview/page`, `/api/newsroom/fronts/en${query}`])
    expect((await (await request.get(path)).text()).toLowerCase()).toContain(CANARY);
});
