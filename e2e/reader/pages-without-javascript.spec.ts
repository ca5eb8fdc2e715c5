/** Every kind of page, in every language, with JavaScript off: it says and links what it does with it. */
import type { Browser } from '@playwright/test';
import { LOCALES } from '../../lib/i18n/locales.ts';
import { expect, test, type PageKind, type WalkedPage } from '../support/walk.ts';

const KINDS = [
  'front',
  'post',
  'category',
  'topic',
  'author',
  'info',
] as const satisfies PageKind[];

/** What a reader sees of a page before touching it: its headlines, where it leads, its words. */
async function seenOf(browser: Browser, address: string, javaScriptEnabled: boolean) {
  const context = await browser.newContext({ javaScriptEnabled, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  // What a browser has not laid out yet, since it is far below, has no inner text.
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = '* { content-visibility: visible !important }';
    document.head.append(style);
  });
  // The browser’s own view of what is shown: what only a script would show is not there.
  const main = page.getByRole('main');
  const headings = await main.getByRole('heading').allInnerTexts();
  const links = await main.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href'))); // prettier-ignore
  // The view count is not part of the rendered page: only a script can show it.
  const text = (await main.locator('p:not(:has([data-views]))').allInnerTexts()).filter(Boolean);
  const pictures = await main.getByRole('img').count();
  await context.close();
  return { headings, links, text, pictures };
}

for (const locale of LOCALES) {
  test(`every kind of page in ${locale} is whole without JavaScript`, async ({ browser, walk }) => {
    test.slow();
    for (const kind of KINDS) {
      const page = walk.of(kind).find(({ path }) => path.split('/')[1] === locale) as WalkedPage;
      const without = await seenOf(browser, page.address, false);
      const whole = await seenOf(browser, page.address, true);
      expect(without.headings.length, page.path).toBeGreaterThan(0);
      expect([page.path, without.headings, without.pictures]).toEqual([
        page.path,
        whole.headings,
        whole.pictures,
      ]);
      // With it there may be more to do, never more to read.
      expect([page.path, without.links]).toEqual([page.path, expect.arrayContaining(whole.links)]);
      expect([page.path, without.text]).toEqual([page.path, expect.arrayContaining(whole.text)]);
    }
  });
}
