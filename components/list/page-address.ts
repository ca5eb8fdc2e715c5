/**
 * The path of one page of a category; page 1 has no number in its path.
 * @param category - the category's slug
 * @param page - counted from 1
 */
export function pageAddress(locale: string, category: string, page: number): string {
  const first = `/${locale}/category/${category}`;
  return page <= 1 ? first : `${first}/page/${page}`;
}
