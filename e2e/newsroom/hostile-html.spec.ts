import { emptyDraft } from '../../lib/content/draft/draft.ts';
import { readPaste } from '../../lib/content/html/paste.ts';
import { mutatedHtml } from '../../lib/content/testing/mutate-html.ts';
import { watchForHarm } from '../support/hostile.ts';
import { begin, change, joinAs, OWN_PAGE, revision } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

const MUTATIONS = 10_000;
/** Articles that they are spread over. */
const ARTICLES = 20;
const SEED = 20_261_125;
/** Sets the headlines of one run apart from those of another on the same data. */
const RUN = Date.now().toString(36);

test(`none of ${MUTATIONS} mutations of hostile HTML runs at readers, or has to be refused by the policy`, async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await joinAs(page.request, 'editor-in-chief');
  const harm = await watchForHarm(page);
  const pieces = mutatedHtml(MUTATIONS, SEED);
  let shown = 0;
  for (let article = 0; article < ARTICLES; article++) {
    const size = MUTATIONS / ARTICLES;
    // Each is read by itself: what one of them opens and does not end hides no other.
    const content = pieces
      .slice(article * size, (article + 1) * size)
      .flatMap((html) => readPaste(html, baseURL ?? '').body.content)
      .filter(({ type }) => type !== 'image' && type !== 'gallery');
    shown += content.length;
    const headline = `Mutated ${article} ${RUN}`;
    const id = await begin(page.request, headline);
    const draft = { ...emptyDraft(headline), body: { type: 'doc', content } };
    await change(page.request, `articles/${id}/save`, { version: 1, draft });
    await change(page.request, `articles/${id}/publish`, { version: 2 });
    const answer = await page.goto(`/en/post/mutated-${article}-${RUN}`);
    expect(answer?.status()).toBe(200);
    const text = page.getByRole('article').first();
    await expect(text.getByRole('heading', { level: 1 })).toHaveText(headline);
    const links = await text
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.filter((href) => !/^(https?:|mailto:|\/|#)/.test(href))).toEqual([]);
    await change(page.request, `articles/${id}/withdraw`, { reason: 'End of the test' });
  }
  expect(shown).toBeGreaterThan(MUTATIONS / 2);
  expect(harm).toEqual({ ran: [], refused: [] });
});

test('a text that would take minutes to read is refused in a sentence, and no reader waits for it', async ({
  request,
}) => {
  await joinAs(request, 'reporter');
  const id = await begin(request, `Nested ${RUN}`);
  const draft = revision(`Nested ${RUN}`, { markdown: '1. '.repeat(20_000) });
  const path = `/api/newsroom/articles/${id}/save-markdown`;
  let isSaving = true;
  const saving = request
    .post(path, { headers: OWN_PAGE, data: { version: 1, draft } })
    .finally(() => (isSaving = false));
  let slowest = 0;
  let read = 0;
  while (isSaving) {
    const asked = performance.now();
    expect((await request.get('/en')).status()).toBe(200);
    slowest = Math.max(slowest, performance.now() - asked);
    read++;
  }
  const answer = await saving;
  expect([answer.status(), await answer.text()]).toEqual([
    422,
    expect.stringContaining('nests too deeply'),
  ]);
  expect(read).toBeGreaterThan(10);
  expect(slowest).toBeLessThan(3000);
});
