/** The address of one page of a category; the first has no number. */
export function pageAddress(locale: string, category: string, page: number): string {
  const first = `/${locale}/category/${category}`;
  return page <= 1 ? first : `${first}/page/${page}`;
}
