import type { Locale } from '../../i18n/locales.ts';
import type { FeedSubject } from './feeds.ts';

/** The names in brackets: `/category/[category]` has `category`. */
type NamesIn<Path extends string> = string extends Path
  ? string
  : Path extends `${string}[${infer Name}]${infer Rest}`
    ? Name | NamesIn<Rest>
    : never;

/** What an address of a page names, apart from the locale: a slug or a token by the name in brackets. */
export type PathParams<Path extends string> = Record<NamesIn<Path>, string>;
export type PageParams<Path extends string> = { locale: Locale } & PathParams<Path>;

/** What the pages that show an article as one of theirs have to know of it. */
export interface ShownArticle {
  locale: Locale;
  slug: string;
  /** Slugs, as all of the following. */
  category: string;
  topics: readonly string[];
  authors: readonly string[];
  isCorrected: boolean;
}

interface Declaration<Path extends string, Label extends string> {
  /** What follows the locale, as the folders below `app/[locale]/(reader)` are named; '' is the front. */
  path: Path;
  /**
   * `page` is the same for every reader: it is kept, and search engines may index it. `search` is rendered for
   * each request, from its address alone. `work` is rendered for the requesting user; everything below its
   * first segment is, and keeps its case. Only pages of the kind `page` are indexed and prefetched.
   */
  kind: 'page' | 'search' | 'work';
  /** Whether it is a list whose following pages lie at `…/page/2`. */
  isPaged?: boolean;
  /**
   * What of it the sitemaps list: its only address, that of each list which is worth finding, or the articles
   * of each month. Absent: nothing.
   */
  sitemap?: 'always' | 'categories' | 'topics' | 'authors' | 'months';
  /** What its feeds contain, whose addresses are its own with a file name behind. Absent: it has none. */
  feed?: (params: PathParams<Path>) => FeedSubject;
  /** Its link in the footer: the place, counted from 1, and the key of its label in the messages. */
  footer?: { place: number; label: Label };
  /** The cache tags of the subject of the page: when one of them changes, the page does. */
  tags?: (params: PageParams<Path>) => string[];
  /** Which of its addresses show an article, as one of a list or wholly; the front is one of them. */
  shows?: (article: ShownArticle) => PathParams<Path>[];
}

/** A page for readers. Its methods take the parameters of its own path. */
export interface ReaderPage<
  Path extends string = string,
  Label extends string = string,
> extends Pick<Declaration<Path, Label>, 'path' | 'kind' | 'isPaged' | 'sitemap' | 'footer'> {
  /**
   * The path of the page on this site, from `/`.
   * @param number - of a page of a list, from 1; the first is the list itself
   */
  href(params: PageParams<Path>, number?: number): string;
  feed?(params: PathParams<Path>): FeedSubject;
  tags?(params: PageParams<Path>): string[];
  shows?(article: ShownArticle): PathParams<Path>[];
}

/** Declares a page for readers: a file of `lib/pages` exports one as `page`, and is found by that. */
export const declarePage = <const Path extends string, const Label extends string = never>(
  declaration: Declaration<Path, Label>,
): ReaderPage<Path, Label> => {
  // Split once, since a page has a hundred links: every second part is a name.
  const parts = declaration.path.split(/\[(\w+)\]/);
  return {
    ...declaration,
    href(params, number = 1) {
      const values: Record<string, string> = params;
      let path = '';
      for (const [index, part] of parts.entries())
        path += index % 2 === 0 ? part : (values[part] ?? '');
      return `/${params.locale}${path}${number > 1 ? `/page/${number}` : ''}`;
    },
  };
};
