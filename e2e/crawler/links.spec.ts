/** Links: all that is published is reached by real links, without JavaScript. */
import { LOCALES } from '../../lib/i18n/locales.ts';
import { asWritten, expect, test, type WalkedPage, type Walk } from '../support/walk.ts';
import { editionArticles } from '../../scripts/testing/edition/write-edition.ts';

/** The pages of a list from its first to its last, as its links to the next lead. */
function pagesOf(walk: Walk, first: WalkedPage): WalkedPage[] {
  const pages = [first];
  for (let page = 2; ; page++) {
    const path = `${first.path}/page/${page}`;
    if (!pages.at(-1)?.all('main a', 'href').includes(path)) return pages;
    const next = walk.at(first.address + `/page/${page}`);
    if (!next) throw new Error(`${path} is linked and not there.`);
    pages.push(next);
  }
}

test('every published article is reached from the fronts', ({ walk }) => {
  const reached = new Set(
    walk.of('post').map((page) => `${page.path.slice(1, 3)} ${page.text('h1')}`),
  );
  const published = editionArticles().map(
    ({ locale, headline }) => `${locale} ${asWritten(headline)}`,
  );
  expect(published.filter((article) => !reached.has(article))).toEqual([]);
});

test('a category goes on by links to its last story, each story once', ({ walk }) => {
  for (const locale of LOCALES) {
    const articles = walk.of('post').filter(({ path }) => path.startsWith(`/${locale}/`));
    const firsts = walk
      .of('category')
      .filter(({ path }) => path.startsWith(`/${locale}/`) && !path.includes('/page/'));
    // Of those that an article is in, and of no other.
    const listed = articles.flatMap((page) => page.all('article nav ol a', 'href'));
    const filedIn = new Set(listed.filter((path) => path.includes('/category/')));
    expect(new Set(firsts.map(({ path }) => path))).toEqual(filedIn);
    expect(filedIn.size).toBeGreaterThan(6);
    let pageCount = 0;
    for (const first of firsts) {
      const pages = pagesOf(walk, first);
      pageCount += pages.length;
      const listed = pages.flatMap((page) => page.all('main article h2 a', 'href'));
      expect(new Set(listed).size, first.path).toBe(listed.length);
      const filed = articles.filter((page) =>
        page.all('article nav ol a', 'href').includes(first.path),
      );
      expect(new Set(listed)).toEqual(new Set(filed.map(({ path }) => path)));
    }
    expect(pageCount).toBeGreaterThan(firsts.length);
  }
});

test('what looks like a link is one: no link without an address, none that runs a script', ({
  walk,
}) => {
  for (const page of walk.pages) {
    const addresses = page.document.querySelectorAll('a').map((link) => link.getAttribute('href'));
    expect(addresses.length).toBeGreaterThan(10);
    expect(
      addresses.filter((href) => !/^(https?:\/\/|mailto:|\/|#)/.test(href ?? '')),
      page.path,
    ).toEqual([]);
  }
});
