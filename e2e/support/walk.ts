/**
 * The whole portal as a crawler found it before the first test: every page that links lead to from the
 * fronts, without a browser. What tests put in later is not in it, so that they may run side by side.
 */
import { readFileSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { parse, type HTMLElement } from 'node-html-parser';
import { portalEnvironment } from './portal.ts';

export const SITE = portalEnvironment.SITE_URL;

const PLACES = ['post', 'category', 'topic', 'author'] as const;
/** What a page is, by its address: the front, an article, a list, or the publication's own words. */
export type PageKind = (typeof PLACES)[number] | 'front' | 'info';

/** A text without what keeps short words from the end of a line. */
export const asWritten = (text: string): string => text.replaceAll('\u00a0', ' ').trim();

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
  /** Whether search engines are led to it: a list of next to nothing is not for them. */
  get isFindable(): boolean {
    return !this.meta('robots').some((rule) => rule.includes('noindex'));
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
  /** The text of an element as its writer wrote it, or null. */
  text(selector: string): string | null {
    const element = this.document.querySelector(selector);
    return element && asWritten(element.text);
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

/** Where `walk-setup.ts` leaves the pages: path and HTML of each. */
export const WALK_FILE = '.test/walk.json';

/** Gives tests the walk, read once a worker. */
export const test = base.extend<object, { walk: Walk }>({
  walk: [
    async ({}, use) => {
      const pages = JSON.parse(readFileSync(WALK_FILE, 'utf8')) as [path: string, html: string][];
      await use(new Walk(pages.map(([path, html]) => new WalkedPage(path, html))));
    },
    { scope: 'worker' },
  ],
});
export { expect } from '@playwright/test';
