import { PAGES } from '../../pages.generated.ts';
import type { ReaderPage, ShownArticle } from './declare-page.ts';

/** The cache tags of the pages that show an article: what changes when it appears, changes or disappears. */
export const tagsOfPages = (article: ShownArticle): string[] => [
  ...new Set(
    Object.values<ReaderPage>(PAGES).flatMap((page) =>
      (page.shows?.(article) ?? []).flatMap(
        (params) => page.tags?.({ ...params, locale: article.locale }) ?? [],
      ),
    ),
  ),
];
