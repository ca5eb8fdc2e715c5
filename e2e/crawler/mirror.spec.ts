/** The edition as programs have it that are no browser of today: wget takes it whole, w3m reads it as text. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needs } from '../support/needs.ts';
import { expect, SITE, test, WalkedPage } from '../support/walk.ts';

/** What wget fetches beside pages is checked elsewhere: here it would only take time. */
const NO_PAGES = 'webp,avif,jpg,png,svg,woff2,css,js,json,xml,txt,ico,webmanifest';

test('wget mirrors the edition from one front: every link answers, no published article is left out', async ({
  walk,
}) => {
  needs('wget');
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'caliber-mirror-'));
  try {
    // It obeys robots.txt, as a crawler does; its code is 8 where any answer was a refusal.
    const options = ['--mirror', '--no-verbose', '--no-host-directories', '--adjust-extension'];
    const asked = ['--reject', NO_PAGES, '--directory-prefix', folder, `${SITE}/en`];
    const { code, said } = await new Promise<{ code: unknown; said: string }>((resolve) => {
      execFile(
        'wget',
        [...options, ...asked],
        { maxBuffer: 64 * 1024 * 1024 },
        (error, _, output) => resolve({ code: error ? error.code : 0, said: output }),
      );
    });
    // The line before says at which address. What hostile stories of other tests link to is not there.
    const linked = new Set(walk.pages.flatMap((page) => page.all('a', 'href').map((href) => new URL(href, page.address).href))); // prettier-ignore
    const faults = [...said.matchAll(/^(\S+):\n.*(?:ERROR|error|failed).*$/gm)];
    expect(faults.filter(([, address = '']) => linked.has(address)).map(String)).toEqual([]);
    expect([0, 8]).toContain(code);
    const saved = (path: string) => join(folder, `${path}.html`);
    for (const page of walk.pages) expect([page.path, existsSync(saved(page.path))]).toEqual([page.path, true]); // prettier-ignore
    expect(readdirSync(join(folder, 'hy/post')).length).toBeGreaterThan(30);
    const story = walk.of('post')[0] as WalkedPage;
    const copy = new WalkedPage(story.path, readFileSync(saved(story.path), 'utf8'));
    expect(copy.text('h1')).toBe(story.text('h1'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** A page as the text browser prints it, in single spaces. */
const printed = (address: string): string =>
  execFileSync('w3m', ['-dump', '-cols', '160', '-O', 'UTF-8', address], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', HOME: tmpdir() },
  }).replaceAll(/\s+/g, ' ');

/** What an article has to say, in the order in which it says it. */
function partsOf(page: WalkedPage): string[] {
  const texts = (selector: string) =>
    page.document.querySelectorAll(selector).map((element) => element.text);
  return [
    ...texts('article h1'),
    ...texts('article footer a[rel="author"]'),
    ...texts('article footer time'),
    ...texts('article p[data-still], article h2[data-still]'),
  ].map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

test('a text browser reads an article as one: headline, byline, date, paragraphs in their order', ({
  walk,
}) => {
  needs('w3m');
  for (const locale of ['en', 'ru', 'hy', 'az']) {
    const page = walk
      .of('post')
      .filter(({ path }) => path.startsWith(`/${locale}/`))
      .toSorted((one, other) => partsOf(other).length - partsOf(one).length)[0] as WalkedPage;
    const parts = partsOf(page);
    expect(parts.length, page.path).toBeGreaterThan(8);
    const text = printed(page.address);
    let from = 0;
    for (const part of parts) {
      const at = text.indexOf(part, from);
      expect([part, at >= from, page.path]).toEqual([part, true, page.path]);
      // What stands beside it is a word of its own.
      expect([part, text.slice(at + part.length).match(/^\S*/)?.[0]]).toEqual([
        part,
        expect.stringMatching(/^[\p{P}]*$/u),
      ]);
      from = at + part.length;
    }
  }
});
