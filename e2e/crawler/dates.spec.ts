/** Dates: what is no news to a reader moves none of them. */
import { importer } from '../support/put-article.ts';
import { expect, SITE, test, WalkedPage } from '../support/walk.ts';

const PATH = '/en/post/dated';
const PUBLISHED = '2020-02-02T02:02:00+04:00';

test('a view and a corrected typo move no date; a change that is marked for readers moves one', async ({
  playwright,
}) => {
  const request = await playwright.request.newContext({ baseURL: SITE });
  const put = importer('dates');
  const save = (text: string, updatedAt = '') =>
    put(
      'dated.en.md',
      `---\nstory: dated\nlocale: en\ncategory: science\nheadline: Dated\nslug: dated\n` +
        `publishedAt: ${PUBLISHED}\n${updatedAt}---\n\n${text}\n`,
    );
  const read = async () => {
    const answer = await request.get(PATH);
    return answer.ok() ? new WalkedPage(PATH, await answer.text()) : null;
  };
  const shows = (text: string) =>
    expect.poll(async () => (await read())?.text('article'), { timeout: 5000 }).toContain(text);
  const dates = async () => {
    const article = (await read())?.thing('NewsArticle');
    return [article?.['datePublished'], article?.['dateModified']];
  };

  save('Teh text.');
  await shows('Teh text.');
  expect(await dates()).toEqual([PUBLISHED, PUBLISHED]);

  const id = /data-views="(\d+)"/.exec((await read())?.html ?? '')?.[1];
  const counted = await request.post(`/api/views/${id}`, {
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' },
  });
  expect(await counted.json()).toEqual({ views: 1 });
  save('The text.');
  await shows('The text.');
  expect(await dates()).toEqual([PUBLISHED, PUBLISHED]);
  expect((await read())?.all('article footer time', 'datetime')).toEqual([PUBLISHED]);

  save('The text, with an answer.', 'updatedAt: 2020-02-03T03:03:00+04:00\n');
  await shows('with an answer');
  expect(await dates()).toEqual([PUBLISHED, '2020-02-03T03:03:00+04:00']);
  expect((await read())?.document.querySelector('article footer')?.text).toContain(
    'Updated 3 February 2020 03:03',
  );
  await request.dispose();
});
