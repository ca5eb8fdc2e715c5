/** hreflang: each page lists itself and every published translation, and they list it. */
import { expect, SITE, test, type WalkedPage } from '../support/walk.ts';
import { editionArticles } from '../../scripts/testing/edition/write-edition.ts';

const withoutDefault = (page: WalkedPage) =>
  new Map([...page.languages].filter(([language]) => language !== 'x-default'));

test('each page lists itself; its translations are there, canonical, and list it in turn', ({
  walk,
}) => {
  for (const page of walk.pages.filter(({ isFindable }) => isFindable)) {
    const firstPage = page.address.replace(/\/page\/1$/, '');
    const languages = withoutDefault(page);
    expect(languages.get(page.path.slice(1, 3)), page.path).toBe(firstPage);
    for (const [language, target] of languages) {
      const other = walk.at(target);
      expect(other, `${page.path} names ${target}`).toBeDefined();
      expect(other?.all('link[rel="canonical"]', 'href')).toEqual([target]);
      expect(other?.document.querySelector('html')?.getAttribute('lang')).toBe(language);
      expect(withoutDefault(other as WalkedPage), page.path).toEqual(languages);
    }
  }
});

test('a list that says too little to be found has no translations, and is nobody’s', ({ walk }) => {
  const thin = walk.pages.filter(({ isFindable }) => !isFindable);
  expect(thin.length).toBeGreaterThan(0);
  const named = new Set(walk.pages.flatMap((page) => [...page.languages.values()]));
  for (const page of thin) {
    expect([page.path, [...page.languages]]).toEqual([page.path, []]);
    expect(named.has(page.address), page.path).toBe(false);
    expect(page.document.querySelectorAll('main article').length, page.path).toBeLessThan(2);
  }
});

test('x-default is one of the translations, the same for all of them', ({ walk }) => {
  for (const page of walk.pages.filter(({ isFindable }) => isFindable)) {
    const languages = withoutDefault(page);
    const fallback = page.languages.get('x-default');
    expect(fallback, page.path).toBe(languages.get('en') ?? [...languages.values()][0]);
  }
});

test('a translation is listed where it is published, and nowhere else', ({ walk }) => {
  const published = new Map<string, Set<string>>();
  for (const { story, locale } of editionArticles())
    published.set(story, (published.get(story) ?? new Set()).add(locale));
  const setsOf = (sets: Iterable<Iterable<string>>) =>
    [...sets].map((set) => [...set].sort().join()).sort();
  const listed = new Map<string, string[]>();
  for (const page of walk.of('post')) {
    const languages = withoutDefault(page);
    listed.set([...languages.values()].join(), [...languages.keys()]);
  }
  expect(setsOf(listed.values())).toEqual(setsOf(published.values()));
});

test('languages are declared in one way only', async ({ walk, request }) => {
  for (const kind of ['front', 'post', 'category', 'author'] as const) {
    const [page] = walk.of(kind);
    const answer = await request.get(page?.path ?? '');
    expect(answer.headers()['link'] ?? '').not.toContain('hreflang');
    expect([...(page?.languages.values() ?? [])].every((href) => href.startsWith(SITE))).toBe(true);
  }
});
