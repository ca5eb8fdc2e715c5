import { begin, change, joinAs } from '../support/newsroom.ts';
import { tryPublishing } from '../../scripts/testing/try-publishing.ts';
import { expect, test } from '../support/test.ts';

/** Sets the headlines of one run apart from those of another on the same data. */
const RUN = Date.now().toString(36);

test('readers see a typo fix without a new time, and an update that they should know of with one', async ({
  request,
  playwright,
}) => {
  await joinAs(request, 'editor-in-chief');
  const { baseURL } = test.info().project.use;
  const reader = await playwright.request.newContext(baseURL ? { baseURL } : {});
  const id = await begin(request, `A slip ${RUN}`);
  await change(request, `articles/${id}/publish`, { version: 1 });
  const shown = async () => (await reader.get(`/en/post/a-slip-${RUN}`)).text();
  const save = async (version: number, standfirst: string) => {
    const { draft } = (await (await request.get(`/api/newsroom/articles/${id}`)).json()) as {
      draft: object;
    };
    await change(request, `articles/${id}/save`, { version, draft: { ...draft, standfirst } });
  };
  await save(1, 'First words');
  await change(request, `articles/${id}/update`, { version: 2, isTold: false });
  await expect.poll(shown).toContain('First words');
  expect(await shown()).not.toMatch(/Updated \d/);
  await save(2, 'Second words');
  await change(request, `articles/${id}/update`, { version: 3, isTold: true });
  await expect.poll(shown).toContain('Second words');
  expect(await shown()).toMatch(/Updated \d/);
  await change(request, `articles/${id}/withdraw`, { reason: 'End of the test' });
  await reader.dispose();
});

test('once one list shows a publication, every page shows it on the very next request', async ({
  request,
  playwright,
}) => {
  test.setTimeout(240_000);
  await joinAs(request, 'editor-in-chief');
  const { baseURL } = test.info().project.use;
  const reader = await playwright.request.newContext(baseURL ? { baseURL } : {});
  const { seen, missed } = await tryPublishing({
    send: (path, wish) => change(request, path, wish),
    read: async (path) => (await reader.get(path)).text(),
    view: (articleId, number) =>
      reader.post(`/api/views/${articleId}`, {
        headers: { 'user-agent': `Mozilla/5.0 (X11; Linux x86_64) Firefox/${100 + number}.0` },
      }),
    count: 3,
  });
  expect(missed).toEqual([]);
  expect(Object.keys(seen)).toHaveLength(10);
  await reader.dispose();
});
