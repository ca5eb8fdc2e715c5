import { emptyDraft } from '../../lib/content/draft.ts';
import { readPaste } from '../../lib/content/html/paste.ts';
import { mutatedHtml } from '../../lib/content/testing/mutate-html.ts';
import { watchForHarm } from '../support/hostile.ts';
import { begin, change, joinAs } from '../support/newsroom.ts';
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
