import { importer } from '../support/put-article.ts';
import { expect, test } from '../support/test.ts';

const RUN = Date.now().toString(36);
const put = importer('footnotes');
const article = (locale: string, text: string, story = `notes-${RUN}`) =>
  put(
    `${story}.${locale}.md`,
    `---\nstory: ${story}\nlocale: ${locale}\ncategory: society\nslug: ${story}-${locale}\nheadline: "${story} ${locale}"\npublishedAt: 2026-11-20T09:00:00+04:00\n---\n${text}\n`,
  );

for (const { locale, list, there, back } of [
  { locale: 'en', list: 'Notes', there: 'Note 2', back: 'Back to the text from note 2' },
  { locale: 'ru', list: 'Примечания', there: 'Примечание 2', back: 'Вернуться от примечания 2 к тексту' }, // prettier-ignore
  { locale: 'hy', list: 'Ծանոթագրություններ', there: 'Ծանոթագրություն 2', back: 'Ծանոթագրություն 2. վերադառնալ տեքստին' }, // prettier-ignore
  { locale: 'az', list: 'Qeydlər', there: 'Qeyd 2', back: 'Qeyd 2: mətnə qayıt' },
])
  test(`a reader of ${locale} goes from the text to a footnote and back`, async ({ page }) => {
    article(locale, 'CO<sub>2</sub>[^a] fell[^b].\n\n[^a]: One.\n\n[^b]: The *second*.');
    await page.goto(`/${locale}/post/notes-${RUN}-${locale}`);
    const notes = page.getByRole('region', { name: list });
    await expect(notes.getByRole('listitem')).toHaveText([/^One\./, /^The second\./]);
    await page.getByRole('link', { name: there, exact: true }).click();
    await expect(page).toHaveURL(/#note-2$/);
    await expect(notes.getByRole('listitem').nth(1)).toBeInViewport();
    // By a key: while the page still settles after the jump, a link moves from under a pointer. The browser
    // takes the focus to where it jumped in its own time, and a key that came before is nobody's.
    await expect(async () => {
      await notes.getByRole('link', { name: back, exact: true }).press('Enter');
      await expect(page).toHaveURL(/#note-2-text$/, { timeout: 1000 });
    }).toPass();
  });

test('each service is asked only after a press, and may answer in its frame', async ({ page }) => {
  const embeds: [name: string, address: string, frame: string][] = [
    ['YouTube', 'https://youtu.be/AAAAAAAAAA3?t=231', 'https://www.youtube-nocookie.com/embed/AAAAAAAAAA3?start=231'], // prettier-ignore
    ['TikTok', 'https://www.tiktok.com/@selme/video/7123456789012345678', 'https://www.tiktok.com/player/v1/7123456789012345678'], // prettier-ignore
    ['Vimeo', 'https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['Spotify', 'https://open.spotify.com/track/4cOdK2wGLETKBW3PvgPWqT', 'https://open.spotify.com/embed/track/4cOdK2wGLETKBW3PvgPWqT'], // prettier-ignore
    ['SoundCloud', 'https://soundcloud.com/selme/ferry', 'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fselme%2Fferry'], // prettier-ignore
    ['Datawrapper', 'https://datawrapper.dwcdn.net/aB3dE/2/', 'https://datawrapper.dwcdn.net/aB3dE/'], // prettier-ignore
  ];
  article('en', embeds.map(([, address]) => address).join('\n\n'), `embeds-${RUN}`);
  const foreign: string[] = [];
  await page.route(/^https:/, (route) => {
    foreign.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<p>post</p>' });
  });
  await page.goto(`/en/post/embeds-${RUN}-en`);
  for (const [name, , frame] of embeds) {
    const button = page.getByRole('button', { name: `Show the post from ${name}` });
    await button.scrollIntoViewIfNeeded();
    expect(foreign).toEqual([]);
    await button.click();
    await expect.poll(() => foreign.splice(0)).toEqual([frame]);
  }
});
