/**
 * `npm run screenshots [-- <folder>]`: every kind of page at three widths, in both themes and every
 * language, and the print view, of the portal that SITE_URL names (a running demo by default).
 */
import { mkdirSync } from 'node:fs';
import { chromium, type BrowserContextOptions, type Page } from '@playwright/test';
import { launchOptions } from '../e2e/support/browser.ts';
import { environment } from '../lib/env.ts';
import { declarationOf } from '../lib/i18n/declaration-of.ts';
import { LOCALES, type Locale } from '../lib/i18n/locales.ts';

const WIDTHS = [360, 768, 1280];
const THEMES = ['light', 'dark'] as const;
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

/** Opens a page in a context of its own and takes a screenshot, unless the second argument excludes it. */
async function shoot(
  shot: string,
  {
    path,
    prepare,
    isWhole = false,
    ...settings
  }: BrowserContextOptions & {
    path: string;
    /** What happens between the load and the screenshot. */
    prepare?: (page: Page) => unknown;
    /** The whole page, not only what its window shows. */
    isWhole?: boolean;
  },
): Promise<void> {
  if (only && !new RegExp(only).test(shot)) return;
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  await page.goto(site + path, { waitUntil: 'networkidle' });
  await prepare?.(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${folder}/${shot}.png`, fullPage: isWhole });
  await context.close();
}

async function shootLayers(locale: Locale): Promise<void> {
  for (const [name, { widths, open }] of Object.entries(LAYERS))
    for (const width of widths)
      for (const colorScheme of THEMES)
        await shoot(`${name}-${locale}-${width}-${colorScheme}`, {
          path: `/${locale}`,
          viewport: { width, height: 740 },
          colorScheme,
          prepare: (page) => open(page, locale),
        });
}

async function shootPages(locale: Locale): Promise<void> {
  const pages = await pagesOf(locale);
  for (const [name, path] of Object.entries(pages))
    for (const width of WIDTHS)
      for (const colorScheme of THEMES)
        await shoot(`${name}-${locale}-${width}-${colorScheme}`, {
          path,
          viewport: { width, height: 900 },
          colorScheme,
          isWhole: true,
          prepare: async (page) => {
            // Pictures below the fold load as one scrolls to them.
            for (const image of await page.locator('img').all())
              await image.scrollIntoViewIfNeeded();
          },
        });
  await shoot(`print-${locale}`, {
    path: pages['article'] ?? `/${locale}`,
    viewport: { width: 794, height: 1123 },
    isWhole: true,
    prepare: (page) => page.emulateMedia({ media: 'print' }),
  });
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(launchOptions);
for (const locale of LOCALES) {
  await shootLayers(locale);
  await shootPages(locale);
}
await browser.close();
