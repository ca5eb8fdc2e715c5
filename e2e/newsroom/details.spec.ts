import type { Draft } from '@/lib/content/draft/draft';
import { begin, change, joinAs, publishNew } from '../support/newsroom.ts';
import { expect, test } from '../support/test.ts';

/** Sets the headlines of one run apart from those of another on the same data. */
const RUN = Date.now().toString(36);

test('a byline is found by name and put in order by keyboard, a topic is made where there is none', async ({
  page,
}) => {
  await joinAs(page.request, 'editor');
  const id = await begin(page.request, `Two names ${RUN}`);
  const read = async () => {
    const answer = await page.request.get(`/api/newsroom/articles/${id}`);
    return ((await answer.json()) as { draft: Draft }).draft;
  };
  await page.goto(`/en/newsroom/article/${id}`);
  await page.locator('summary', { hasText: 'Byline' }).click();
  const authors = page.getByRole('combobox', { name: 'Add an author' });
  for (const name of ['Mila Arden', 'Oren Tasse']) {
    await authors.fill(name.slice(0, 6).toLowerCase());
    await expect(page.getByRole('option', { name })).toBeVisible();
    await authors.press('ArrowDown');
    await authors.press('Enter');
    await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  }
  const second = page.getByRole('button', { name: 'Move Oren Tasse up' });
  await second.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Authors' }).getByRole('listitem')).toContainText([
    'Oren Tasse',
    'Mila Arden',
  ]);
  await page.getByRole('combobox', { name: 'Add a topic' }).fill(`Piers ${RUN}`);
  await page.getByRole('option', { name: `Add “Piers ${RUN}”` }).click();
  await expect(page.getByRole('list', { name: 'Topics' })).toContainText(`Piers ${RUN}`);
  await expect
    .poll(async () => {
      const { authors: wrote, topics } = await read();
      return [...wrote, ...topics];
    })
    .toEqual(['oren-tasse', 'mila-arden', `piers-${RUN}`]);
  await page.getByRole('button', { name: 'Remove Mila Arden' }).click();
  await expect.poll(async () => (await read()).authors).toEqual(['oren-tasse']);
});

test('a reporter names who is there and makes nobody', async ({ page }) => {
  await joinAs(page.request, 'reporter');
  const id = await begin(page.request, `Nobody new ${RUN}`);
  await page.goto(`/en/newsroom/article/${id}`);
  await page.locator('summary', { hasText: 'Byline' }).click();
  await page.getByRole('combobox', { name: 'Add an author' }).fill('Nobody At All');
  await expect(page.getByText('No match. Ask an editor to add it.')).toBeVisible();
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(0);
});

test('an address that readers knew is kept in sight, leads on, and can be taken back', async ({
  page,
}) => {
  await joinAs(page.request, 'editor-in-chief');
  const headline = `Old quay ${RUN}`;
  const id = await publishNew(page.request, headline);
  await page.goto(`/en/newsroom/article/${id}`);
  await page.locator('summary', { hasText: 'Byline' }).click();
  const field = page.getByRole('textbox', { name: 'Address, after /en/post/' });
  await field.fill(`new-quay-${RUN}`);
  await page.getByRole('button', { name: 'Change the address' }).click();
  const former = page.getByRole('button', { name: `old-quay-${RUN}` });
  await expect(former).toBeVisible();
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/en/post/old-quay-${RUN}`, { maxRedirects: 0 });
      return [answer.status(), answer.headers()['location']];
    })
    .toEqual([308, `/en/post/new-quay-${RUN}`]);
  await former.click();
  await expect(field).toHaveValue(`old-quay-${RUN}`);
  await change(page.request, `articles/${id}/withdraw`, { reason: 'End of the test' });
});

test('what search engines and shared links will show is seen while it is written', async ({
  page,
}) => {
  await joinAs(page.request, 'editor');
  const headline = `A lamp on the pier ${RUN}`;
  const id = await begin(page.request, headline);
  await page.goto(`/en/newsroom/article/${id}`);
  await page.locator('summary', { hasText: 'Search and sharing' }).click();
  const result = page.getByRole('figure', { name: 'In search results' });
  await expect(result).toContainText(headline);
  const title = page.getByRole('textbox', { name: 'Title for search' });
  await title.fill('Lamp');
  await expect(result).toContainText('Lamp ·');
  await expect(page.getByText('4 characters; about 60 are shown')).toBeVisible();
  await title.fill('Lamp '.repeat(20));
  await expect(page.getByText('100 characters: it will be cut after about 60')).toBeVisible();
  const card = page.getByRole('img', { name: /A card with the headline/ });
  const drawn = () =>
    card.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  await expect.poll(drawn).toEqual([1200, 630]);
  const before = await card.getAttribute('src');
  await page.getByRole('textbox', { name: 'Headline' }).fill(`Another lamp ${RUN}`);
  await expect(card).not.toHaveAttribute('src', before ?? '');
  await expect.poll(drawn).toEqual([1200, 630]);
});

test('the card is drawn in the letters of each language', async ({ page }) => {
  await joinAs(page.request, 'reporter');
  const draw = async (locale: string, headline: string) => {
    const input = { locale, category: 'sport', kicker: '', headline };
    const answer = await page.request.get(
      `/api/newsroom/card?${new URLSearchParams(input).toString()}`,
    );
    expect(answer.headers()['content-type']).toBe('image/png');
    return (await answer.body()).toString('base64');
  };
  // Letters that no font has are left out: two headlines of them would be one picture.
  for (const [locale, one, other] of [
    ['hy', 'Ջուր', 'Քամի'],
    ['ru', 'Вода', 'Ветер'],
    ['az', 'ə', 'ş'],
  ] as const)
    expect(await draw(locale, one)).not.toBe(await draw(locale, other));
});
