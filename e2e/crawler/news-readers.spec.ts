/** Feeds as readers' own programmes have them: newsboat, which brings a parser of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseJsonFeed } from 'feedsmith';
import { needs } from '../support/needs.ts';
import { expect, SITE, test } from '../support/walk.ts';

const LOCALES = ['en', 'ru', 'hy', 'az'];

/** What newsboat keeps of an entry. */
type Item = Record<'guid' | 'title' | 'author' | 'url' | 'feedurl' | 'content', string> & {
  /** Seconds since 1970. */
  pubDate: number;
};

/** newsboat with a folder of its own, and some feeds. */
function newsboat(urls: readonly string[]) {
  needs('newsboat');
  const folder = mkdtempSync(join(tmpdir(), 'caliber-newsboat-'));
  const files = { urls: join(folder, 'urls'), cache: join(folder, 'cache.db') };
  const config = join(folder, 'config');
  writeFileSync(files.urls, `${urls.join('\n')}\n`);
  writeFileSync(config, `error-log "${join(folder, 'errors')}"\ndownload-retries 1\n`);
  const run = (...commands: string[]) =>
    execFileSync(
      'newsboat',
      ['-q', '-u', files.urls, '-c', files.cache, '-C', config, ...commands],
      { encoding: 'utf8', env: { ...process.env, HOME: folder, LANG: 'C.UTF-8' } },
    );
  const items = () => {
    const database = new DatabaseSync(files.cache, { readOnly: true });
    const rows = database.prepare('select * from rss_item').all();
    database.close();
    return rows as unknown as Item[];
  };
  return { folder, run, items };
}

// Each form by itself: to newsboat an entry of one name is one entry, wherever it finds it.
for (const file of ['feed.xml', 'atom.xml']) {
  test(`newsboat reads every locale’s ${file} whole, and finds nothing new the second time`, async ({
    request,
  }) => {
    const { folder, run, items } = newsboat(LOCALES.map((locale) => `${SITE}/${locale}/${file}`));
    try {
      run('-x', 'reload');
      const found = items();
      expect(Number(/\d+/.exec(run('-x', 'print-unread'))?.[0])).toBe(found.length);
      let long = 0;
      for (const locale of LOCALES) {
        const json = await (await request.get(`/${locale}/feed.json`)).text();
        const items = parseJsonFeed(json).items ?? [];
        const seen = found.filter(({ feedurl }) => feedurl === `${SITE}/${locale}/${file}`);
        expect(seen.map(({ guid }) => guid).toSorted()).toEqual(
          items.map(({ id }) => id).toSorted(),
        );
        for (const item of seen) {
          const one = items.find(({ id }) => id === item.guid);
          expect([item.title, item.url]).toEqual([one?.title, one?.url]);
          const seconds = Math.floor(Date.parse(String(one?.date_published)) / 1000);
          expect(item.pubDate).toBe(seconds);
          // Of several it keeps one; a story of the newsroom's own names nobody.
          const names = one?.authors?.map(({ name }) => name ?? '') ?? [''];
          expect([names, names.some((name) => item.author.includes(name))]).toEqual([names, true]);
          // Stories that tests beside this one publish may be a headline and nothing else.
          const whole = one?.content_html ?? '';
          expect(item.content.includes('<p>')).toBe(whole.includes('<p>'));
          expect(item.content.length).toBeGreaterThanOrEqual(whole.length / 2);
          if (whole.length > 500) long++;
        }
      }
      expect(long).toBeGreaterThan(10);
      run('-x', 'reload');
      expect(items()).toHaveLength(found.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
