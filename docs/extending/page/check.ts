/** The page of today is everywhere a page for readers belongs. */
import assert from 'node:assert/strict';

const WORDS = { en: 'Today', ru: 'Сегодня', hy: 'Այսօր', az: 'Bu gün' };

interface Tools {
  site: string;
  ask: (
    path: string,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; headers: Headers; text: string }>;
}

export async function check({ site, ask }: Tools): Promise<void> {
  for (const [locale, title] of Object.entries(WORDS)) {
    const path = `/${locale}/today`;
    const page = await ask(path);
    assert.equal(page.status, 200, `${path} exists`);
    assert.match(page.text, new RegExp(`<h1[^>]*>${title}</h1>`), `${path} has its title`);
    assert.ok(page.text.includes(`rel="canonical" href="${site}${path}"`), 'it is canonical');
    for (const other of Object.keys(WORDS))
      assert.ok(
        page.text.includes(`hrefLang="${other}" href="${site}/${other}/today"`),
        `${path} names its translation in ${other}`,
      );
    assert.ok(page.text.includes(`href="${site}${path}/feed.xml"`), `${path} names its feed`);
    const sitemap = await ask(`/${locale}/sitemap-pages.xml`);
    assert.ok(sitemap.text.includes(`<loc>${site}${path}</loc>`), `the sitemap lists ${path}`);
    const front = await ask(`/${locale}`);
    assert.ok(front.text.includes(`<a href="${path}">${title}</a>`), `the footer links ${path}`);
  }
  await checkAddress(ask);
}

async function checkAddress(ask: Tools['ask']): Promise<void> {
  for (const file of ['feed.xml', 'atom.xml', 'feed.json'])
    assert.equal((await ask(`/en/today/${file}`)).status, 200, `it has ${file}`);
  assert.equal((await ask('/en/today/yesterday')).status, 404, 'nothing lies below it');
  assert.equal((await ask('/en/today/page/2')).status, 404, 'it has one page');
  const moved = await ask('/EN//Today/');
  assert.deepEqual([moved.status, moved.headers.get('location')], [308, '/en/today']);
  const etag = (await ask('/en/today')).headers.get('etag') ?? '';
  const again = await ask('/en/today', { 'if-none-match': etag });
  assert.equal(again.status, 304, 'it is kept: the same text has the same tag');
}
