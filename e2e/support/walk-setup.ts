/** Walks the whole portal once before the first test changes anything, and leaves the pages in a file. */
import { writeFileSync } from 'node:fs';
import { LOCALES } from '../../lib/i18n/locales.ts';
import { SITE, WALK_FILE, WalkedPage } from './walk.ts';

const AT_ONCE = 8;
/** Readers' pages, without search and files. */
const PAGE = new RegExp(`^/(${LOCALES.join('|')})(/(?!search)[^?#.]*)?$`);

/** Named by `playwright.config.ts`, which asks for a default export. */
export default async function walkPortal(): Promise<void> {
  const seen = new Set<string>(LOCALES.map((locale) => `/${locale}`));
  const open = [...seen];
  const pages: [path: string, html: string][] = [];
  const visit = async (path: string) => {
    const answer = await fetch(SITE + path, { redirect: 'manual' });
    if (answer.status !== 200) throw new Error(`${path} is linked and answers ${answer.status}.`);
    const html = await answer.text();
    pages.push([path, html]);
    for (const href of new WalkedPage(path, html).all('a', 'href')) {
      if (!PAGE.test(href) || seen.has(href)) continue;
      seen.add(href);
      open.push(href);
    }
  };
  while (open.length > 0) await Promise.all(open.splice(0, AT_ONCE).map(visit));
  writeFileSync(WALK_FILE, JSON.stringify(pages));
}
