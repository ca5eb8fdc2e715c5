/**
 * Readers' modes: three extractors, each with rules of its own, give the whole story in every language and
 * nothing that stands around it.
 */
import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { expect, test, type WalkedPage } from '../support/walk.ts';
import { editionArticles } from '../../scripts/testing/edition/write-edition.ts';
import { publication } from '../../publication.config.ts';

const EXTRACTORS: Record<string, (page: WalkedPage) => Promise<string>> = {
  '@mozilla/readability': async ({ html }) =>
    new Readability(parseHTML(html).document as never).parse()?.content ?? '',
  defuddle: async ({ html, address }) =>
    (await Defuddle(parseHTML(html).document as never, address, {})).content,
  '@extractus/article-extractor': async ({ html, address }) =>
    (await extractFromHtml(html, address))?.content ?? '',
};

/** Extractors move spaces, and straighten quotation marks. */
const letters = (text: string) => text.replaceAll(/[\s“”„"«»'’]/g, '');
const pictureIn = (address: string) => /\/media\/([0-9a-f]{32})/.exec(address)?.[1] ?? address;

for (const [name, extract] of Object.entries(EXTRACTORS)) {
  test(`${name} keeps lead picture, standfirst, text, galleries and embeds’ links of every story, and nothing that stands around it`, async ({
    walk,
  }) => {
    // A hundred and fifty pages, each taken apart by a slow reader of HTML.
    test.slow();
    const counts = { lead: 0, galleries: 0, embeds: 0, stories: 0 };
    for (const page of walk.of('post')) {
      const content = parseHTML(`<html><body>${await extract(page)}</body></html>`).document;
      const text = letters(content.body.textContent ?? '');
      const shown = new Set(
        [...content.querySelectorAll('img')].map((image) =>
          pictureIn(`${image.getAttribute('src')} ${image.getAttribute('srcset')}`),
        ),
      );
      const links = new Set([...content.querySelectorAll('a')].map((a) => a.getAttribute('href')));
      const whole = (kept: boolean, what: string) =>
        expect([page.path, what, kept]).toEqual([page.path, what, true]);

      counts.stories++;
      const description = String(page.thing('NewsArticle')['description']).replace(/…$/, '');
      whole(text.includes(letters(description)), 'standfirst');
      for (const paragraph of page.document.querySelectorAll('article [data-still]'))
        if (paragraph.tagName === 'P') whole(text.includes(letters(paragraph.text)), 'text');
      for (const source of page.all('article [data-lead] img', 'src')) {
        whole(shown.has(pictureIn(source)), 'lead picture');
        counts.lead++;
      }
      for (const gallery of page.document.querySelectorAll('article ul:has(figure)')) {
        for (const image of gallery.querySelectorAll('img'))
          whole(shown.has(pictureIn(image.getAttribute('src') ?? '')), 'gallery');
        counts.galleries++;
      }
      for (const href of page.all('article [data-island="embed"] a', 'href')) {
        whole(links.has(href), 'embed');
        counts.embeds++;
      }

      const around = [
        ...page.all('article nav a', 'href'),
        ...page.all('article [role="group"] a', 'href'),
        ...page.all('#related-stories a', 'href'),
      ];
      const own = new Set(page.all('article [data-still] a', 'href'));
      const leaked = [...links].filter((href) =>
        around.some((other) => !own.has(other) && href?.endsWith(other)),
      );
      expect([page.path, leaked]).toEqual([page.path, []]);
      const lines = [...content.querySelectorAll('p, div, span, li')].map((element) =>
        (element.textContent ?? '').trim(),
      );
      whole(!lines.includes(publication.name), 'print name left out');
    }
    expect(counts.stories).toBe(editionArticles().length);
    expect(counts.lead).toBeGreaterThan(80);
    expect(counts.galleries).toBeGreaterThanOrEqual(4);
    expect(counts.embeds).toBeGreaterThanOrEqual(6);
  });
}
