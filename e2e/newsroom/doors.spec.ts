import { askAsSpelt, begin, change, joinAs, OWN_PAGE, revision } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

test('the cookie is out of reach of scripts and of other sites', async ({ request }) => {
  const email = await joinAs(request, 'reporter');
  const answer = await request.post('/api/newsroom/session', {
    headers: OWN_PAGE,
    data: { email, password: 'a ferry in the fog' },
  });
  const cookie = answer.headers()['set-cookie'] ?? '';
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Strict');
  expect(cookie).toContain('Path=/');
  expect(cookie).not.toContain('Domain');
});

test('without a session no trick shows a word of the newsroom', async ({ request }) => {
  const canary = 'zinnwaldite';
  await joinAs(request, 'editor-in-chief');
  const id = await begin(request, `The ${canary} file`);
  const places = ['', `/article/${id}`, `/article/${id}/compare?from=1&to=1`, '/people'];
  const spellings = places.flatMap((place) => [
    `/en/newsroom${place}`,
    `/ru/newsroom${place}`,
    `/arm/newsroom${place}`,
    `/en/newsroom${place.split('?')[0]}.rsc`,
    `/en/newsroom${place.split('?')[0]}.segments/_tree.segment.rsc`,
    `/en/%6eewsroom${place}`,
    `/en//newsroom${place}`,
    `/en/./newsroom${place}`,
    `/en/x/../newsroom${place}`,
    `/en/newsroom${place}${place.includes('?') ? '&' : '?'}_rsc=abc`,
    `/EN/newsroom${place}`,
    `/_next/data/x/en/newsroom${place}.json`,
  ]);
  const tricks: Record<string, string>[] = [
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { 'x-original-url': `/en/newsroom/article/${id}`, 'x-rewrite-url': '/en/newsroom' },
    { 'x-forwarded-host': 'localhost', 'x-forwarded-for': '127.0.0.1' },
    { cookie: 'newsroom=x; __Host-newsroom=x' },
    { authorization: 'Bearer x', 'x-caliber-client-address': '127.0.0.1' },
  ];
  for (const path of [...spellings, `/api/newsroom/articles/${id}`, '/api/newsroom/people']) {
    for (const headers of tricks) {
      const { text } = await askAsSpelt(path, headers);
      expect([path, headers, text.includes(canary)]).toEqual([path, headers, false]);
    }
  }
  expect(await (await request.get(`/en/newsroom/article/${id}`)).text()).toContain(canary);
});

test('what does not exist is said in the newsroom’s language, with a link to the desk', async ({
  page,
}) => {
  await joinAs(page.request, 'reporter');
  const answer = await page.goto('/hy/newsroom/article/999999999');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Էջը չի գտնվել');
  await page.getByRole('link', { name: 'Նյութեր' }).click();
  await expect(page).toHaveURL(/\/hy\/newsroom$/);
});

test('a preview link opens its own article only, and any wrong one is the same 404', async ({
  request,
  playwright,
}) => {
  await joinAs(request, 'editor-in-chief');
  const id = await begin(request, 'Behind the link');
  const link = async (input: object) =>
    (await change<{ token: string }>(request, `articles/${id}/preview-link`, input)).token;
  const [newest, first] = [
    await link({ version: null, days: 1 }),
    await link({ version: 1, days: 1 }),
  ];
  await change(request, `articles/${id}/save-markdown`, {
    version: 1,
    draft: revision('Behind the second link'),
  });
  const { baseURL } = test.info().project.use;
  const guest = await playwright.request.newContext(baseURL ? { baseURL } : {});
  const shown = async (token: string) => (await guest.get(`/en/preview/${token}`)).text();
  expect(await shown(newest)).toContain('Behind the second link');
  expect(await shown(first)).toContain('Behind the link');
  expect(await shown(first)).not.toContain('Behind the second link');

  await change(request, `articles/${id}/revoke-preview-link`, {
    linkId: await lastLink(request, id),
  });
  const bodies = new Set<string>();
  for (const path of [
    `/en/preview/${first}`,
    `/en/preview/${newest.slice(1)}A`,
    `/en/preview/${newest.toLowerCase()}`,
    `/ru/preview/${newest}`,
    '/en/preview/x',
  ]) {
    const answer = await guest.get(path);
    expect([path, answer.status()]).toEqual([path, 404]);
    const text = await answer.text();
    expect(text).not.toContain('Behind the');
    bodies.add(answer.headers()['content-type'] ?? '');
  }
  expect(bodies.size).toBe(1);
  await guest.dispose();
});

test('no spelling of a preview’s address has the press keep it for the next reader', async ({
  request,
}) => {
  await joinAs(request, 'editor-in-chief');
  const id = await begin(request, 'Never printed');
  const input = { version: null, days: 1 };
  const { token } = await change<{ token: string }>(request, `articles/${id}/preview-link`, input);
  const spellings = [
    `/en/./preview/${token}`,
    `/en/x/../preview/${token}`,
    `/en/%2e/preview/${token}`,
    `/en//preview/${token}`,
    `/en/%70review/${token}`,
  ];
  expect((await askAsSpelt(`/en/preview/${token}`)).text).toContain('Never printed');
  const seen = await Promise.all(spellings.map((path) => askAsSpelt(path)));
  await change(request, `articles/${id}/revoke-preview-link`, {
    linkId: await lastLink(request, id),
  });
  for (const [index, path] of spellings.entries()) {
    // Some are the preview itself, spelt otherwise: after its end none may be.
    const after = await askAsSpelt(path);
    expect([path, seen[index]?.status, after.text.includes('Never printed')]).toEqual([
      path,
      seen[index]?.status,
      false,
    ]);
  }
});

/** The newest preview link of an article, as its screen's revoking asks for it. */
async function lastLink(request: Parameters<typeof begin>[0], articleId: number): Promise<number> {
  const html = await (await request.get(`/en/newsroom/article/${articleId}`)).text();
  const ids = [...html.matchAll(/\\"id\\":(\d+),\\"version\\":(?:1|null),\\"expires\\"/g)];
  if (ids.length === 0) throw new Error('The screen lists no link.');
  return Math.max(...ids.map((match) => Number(match[1])));
}
