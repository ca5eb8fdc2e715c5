/** The whole portal as a crawler finds it: every page that links lead to from the fronts, without a browser. */
import { test as base, type APIRequestContext } from '@playwright/test';
import { parse, type HTMLElement } from 'node-html-parser';
import { LOCALES } from '../../lib/i18n/locales.ts';
import { portalEnvironment } from './portal.ts';

export const SITE = portalEnvironment.SITE_URL;

const PLACES = ['post', 'category', 'topic', 'author'] as const;
/** What a page is, by its address: the front, an article, a list, or the publication's own words. */
export type PageKind = (typeof PLACES)[number] | 'front' | 'info';

/** One thing of a page's JSON-LD. */
export type Thing = Record<string, unknown> & { '@type': string };

export class WalkedPage {
  readonly path: string;
  readonly html: string;
  readonly document: HTMLElement;

  constructor(path: string, html: string) {
    this.path = path;
    this.html = html;
    this.document = parse(html);
  }
  get kind(): PageKind {
    const place = this.path.split('/')[2];
    if (place === undefined) return 'front';
    return PLACES.find((known) => known === place) ?? 'info';
  }
  get address(): string {
    return SITE + this.path;
  }
  /** Values of an attribute, in the page's order. */
  all(selector: string, attribute: string): string[] {
    return this.document
      .querySelectorAll(selector)
      .map((element) => element.getAttribute(attribute) ?? '');
  }
  /** Contents of a meta element by its name or property. */
  meta(name: string): string[] {
    return this.all(`head meta[name="${name}"], head meta[property="${name}"]`, 'content');
  }
  /** The text of an element as a reader sees it, or null. */
  text(selector: string): string | null {
    return this.document.querySelector(selector)?.text.trim() ?? null;
  }
  /** Targets by language, as hreflang says. */
  get languages(): Map<string, string> {
    const links = this.document.querySelectorAll('head link[rel="alternate"]');
    return new Map(
      links.flatMap((link) => {
        const language = link.getAttribute('hreflang') ?? link.getAttribute('hrefLang');
        return language ? [[language, link.getAttribute('href') ?? '']] : [];
      }),
    );
  }
  get graphs(): { '@context': string; '@graph': Thing[] }[] {
    return this.document
      .querySelectorAll('script[type="application/ld+json"]')
      .map((script) => JSON.parse(script.rawText) as { '@context': string; '@graph': Thing[] });
  }
  /** The one thing of a type in the page's JSON-LD. */
  thing(type: string): Thing {
    const found = this.graphs.flatMap((graph) => graph['@graph']);
    const things = found.filter((thing) => thing['@type'] === type);
    if (things.length !== 1) throw new Error(`${this.path} has ${things.length} ${type}.`);
    return things[0] as Thing;
  }
}

export class Walk {
  readonly pages: readonly WalkedPage[];
  readonly #byAddress: Map<string, WalkedPage>;

  constructor(pages: readonly WalkedPage[]) {
    this.pages = pages;
    this.#byAddress = new Map(pages.map((page) => [page.address, page]));
  }
  of(...kinds: PageKind[]): WalkedPage[] {
    return this.pages.filter(({ kind }) => kinds.includes(kind));
  }
  /** The page at a whole address. */
  at(address: string): WalkedPage | undefined {
    return this.#byAddress.get(address);
  }
}

const AT_ONCE = 8;
const READERS_PAGE = new RegExp(`^/(${LOCALES.join('|')})(/(?!search|feed|atom)[^?#.]*)?$`);

async function walkPortal(request: APIRequestContext): Promise<Walk> {
  const seen = new Set<string>(LOCALES.map((locale) => `/${locale}`));
  const open = [...seen];
  const pages: WalkedPage[] = [];
  const visit = async (path: string) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    // A story that another test moves meanwhile leads on.
    if (answer.status() === 308) return;
    if (answer.status() !== 200) throw new Error(`${path} answers ${answer.status()}.`);
    const page = new WalkedPage(path, await answer.text());
    pages.push(page);
    for (const href of page.all('a', 'href')) {
      if (!READERS_PAGE.test(href) || seen.has(href)) continue;
      seen.add(href);
      open.push(href);
    }
  };
  while (open.length > 0) await Promise.all(open.splice(0, AT_ONCE).map(visit));
  return new Walk(pages);
}

/** Gives tests the walk, made once for all tests of a worker. */
export const test = base.extend<object, { walk: Walk }>({
  walk: [
    async ({ playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: SITE });
      await use(await walkPortal(request));
      await request.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
export { expect } from '@playwright/test';
