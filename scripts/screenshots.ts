/**
 * `npm run screenshots [-- <folder>]`: every kind of page at three widths, in both themes and every
 * language, and the print view, of the portal that SITE_URL names (a running demo by default).
 */
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../e2e/support/browser.ts';
import { environment } from '../lib/env.ts';
import { declarationOf } from '../lib/i18n/declaration-of.ts';
import { LOCALES, type Locale } from '../lib/i18n/locales.ts';

const WIDTHS = [360, 768, 1280];
const folder = process.argv[2] ?? '.test/screenshots';
const only = process.argv[3];
const site = environment().SITE_URL;

/** What lies over a page when it is asked for, and the widths at which it can be. */
const LAYERS: Record<string, { widths: number[]; open: (page: Page, locale: Locale) => unknown }> =
  {
    menu: { widths: [360], open: (page) => page.locator('summary').click() },
    overlay: {
      widths: WIDTHS,
      open: async (page, locale) => {
        await page.locator('[data-search-open]').click();
        await page.getByRole('combobox').fill(declarationOf(locale).sampleWords.searched);
        await page.getByRole('option').first().waitFor();
        await page.keyboard.press('ArrowDown');
      },
    },
  };

/** The pages of a locale by name; an article is the first that its front links to. */
async function pagesOf(locale: Locale): Promise<Record<string, string>> {
  const front = await (await fetch(`${site}/${locale}`)).text();
  const article = /href="(\/\w\w\/post\/[^"]+)"/.exec(front)?.[1] ?? `/${locale}`;
  return {
    front: `/${locale}`,
    article,
    category: `/${locale}/category/analytics`,
    search: `/${locale}/search?q=${encodeURIComponent(declarationOf(locale).sampleWords.searched)}`,
    author: `/${locale}/author/mara-ilven`,
    about: `/${locale}/about`,
    missing: `/${locale}/nowhere`,
  };
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(launchOptions);
for (const locale of LOCALES) {
  for (const [name, { widths, open }] of Object.entries(LAYERS)) {
    for (const width of widths) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const shot = `${name}-${locale}-${width}-${colorScheme}`;
        if (only && !new RegExp(only).test(shot)) continue;
        const page = await browser.newPage({ viewport: { width, height: 740 }, colorScheme });
        await page.goto(`${site}/${locale}`, { waitUntil: 'networkidle' });
        await open(page, locale);
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: `${folder}/${shot}.png` });
        await page.close();
      }
    }
  }
  for (const [name, path] of Object.entries(await pagesOf(locale))) {
    for (const width of WIDTHS) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const shot = `${name}-${locale}-${width}-${colorScheme}`;
        if (only && !new RegExp(only).test(shot)) continue;
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
        const page = await context.newPage();
        await page.goto(site + path, { waitUntil: 'networkidle' });
        // Pictures below the fold load as one scrolls to them.
        for (const image of await page.locator('img').all()) await image.scrollIntoViewIfNeeded();
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: `${folder}/${shot}.png`, fullPage: true });
        await context.close();
      }
    }
    if (name !== 'article' || (only && !new RegExp(only).test(`print-${locale}`))) continue;
    const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
    await page.goto(site + path, { waitUntil: 'networkidle' });
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `${folder}/print-${locale}.png`, fullPage: true });
    await page.close();
  }
}
await browser.close();
