import { PAGES } from '../../pages.generated.ts';
import type { ReaderPage, ShownArticle } from './declare-page.ts';

/** The addresses that show an article, of every page; each with its page. */
const pagesOfArticle = (article: ShownArticle) =>
  Object.values<ReaderPage>(PAGES).flatMap((page) =>
    (page.shows?.(article) ?? []).map((shown) => ({
      page,
      params: { ...shown, locale: article.locale },
    })),
  );

/** The cache tags of the pages that show an article: what changes when it appears, changes or disappears. */
export const tagsOfPages = (article: ShownArticle): string[] => [
  ...new Set(pagesOfArticle(article).flatMap(({ page, params }) => page.tags?.(params) ?? [])),
];
