/** Georgian is everywhere a language belongs. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { DrillTools } from '../../../scripts/drills/tools.ts';

const HEADLINE = 'ნავსადგური ღამითაც იმუშავებს';

export async function check(tools: DrillTools): Promise<void> {
  const article = await checkPages(tools);
  await checkMachines(tools, article);
  await checkServer(tools);
}

/** What readers see. @returns the path of the article */
async function checkPages({ ask }: DrillTools): Promise<string> {
  const front = await ask('/ka');
  assert.equal(front.status, 200, 'its front exists');
  assert.match(front.text, /<html lang="ka" dir="ltr"/, 'its pages name the language');
  assert.match(front.text, /<link[^>]*rel="preload"[^>]*georgian\.woff2/, 'its letters come first');
  assert.ok(front.text.includes(HEADLINE), 'its front shows its story');
  const [article = ''] = /\/ka\/post\/[a-z0-9-]+/.exec(front.text) ?? [];
  assert.match(article, /navsadguri/, 'a headline is transliterated for the address');
  const page = await ask(article);
  assert.match(page.text, /5 მარტი 2026/, 'dates have its months');
  assert.match(page.text, /property="og:locale" content="ka_GE"/, 'it is named to social networks');
  const english = await ask('/en/post/drill-harbour');
  assert.match(
    english.text,
    /<a href="\/ka\/post\/[^>]*lang="ka"[^>]*>(?:<[^>]*>)*ქარ</,
    'the switcher of other languages offers it',
  );
  assert.ok(english.text.includes(`hrefLang="ka" href="`), 'other languages name its translation');
  const missing = await ask('/ka/nowhere');
  assert.equal(missing.status, 404);
  assert.ok(missing.text.includes('გვერდი ვერ მოიძებნა'), 'a missing page has its messages');
  const found = await ask(`/ka/search?q=${encodeURIComponent('ნავსადგურის')}`);
  assert.ok(found.text.includes('post/'), 'the search finds a word in another form');
  const moved = await ask('/geo/category/world');
  assert.equal(moved.headers.get('location'), '/ka/category/world', 'its former code redirects');
  const root = await ask('/', { 'accept-language': 'ka' });
  assert.equal(root.headers.get('location'), '/ka', 'its readers come to its front');
  assert.equal((await ask('/ka/newsroom/sign-in')).status, 200, 'the newsroom speaks it');
  return article;
}

/** What crawlers and readers of feeds see. */
async function checkMachines({ ask, site }: DrillTools, article: string): Promise<void> {
  const robots = await ask('/robots.txt');
  assert.ok(robots.text.includes(`${site}/ka/sitemap-news.xml`), 'robots.txt names its sitemap');
  const index = await ask('/sitemap.xml');
  const sitemaps = [...index.text.matchAll(/<loc>[^<]*(\/ka\/[^<]+)<\/loc>/g)];
  const texts = sitemaps.map(async ([, path = '']) => (await ask(path)).text);
  assert.ok((await Promise.all(texts)).join('').includes(article), 'a sitemap lists its story');
  const feed = await ask('/ka/feed.xml');
  assert.match(feed.text, /<language>ka<\/language>/, 'its feed names the language');
  assert.ok(feed.text.includes(HEADLINE), 'its feed has its story');
  assert.match((await ask('/.well-known/security.txt')).text, /Languages:.*\bka\b/);
}

/** What only the server knows. */
async function checkServer({ folder, ask }: DrillTools): Promise<void> {
  const languages = (await import(join(folder, 'lib/import/site/languages.ts'))) as {
    localeOf: (language: string) => string | null;
  };
  assert.equal(languages.localeOf('kat'), 'ka', 'imported sites may call it otherwise');
  const page = await ask('/ka');
  const [card = ''] = /\/media\/cards\/ka-\w+\.png/.exec(page.text) ?? [];
  assert.equal((await ask(card)).status, 200, 'it has a share card');
  assert.equal((await ask('/fonts/georgian.woff2')).status, 200, 'its font is served');
}
