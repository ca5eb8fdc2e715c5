import type { SearchQuery } from '@/lib/content/search-answer';
import type { Locale } from '@/lib/i18n/locales';
import { page as search } from '@/lib/pages/search';

/** The path of a search, for links that change one parameter of it. */
export function searchAddress(locale: Locale, asked: SearchQuery): string {
  const query = new URLSearchParams({ q: asked.text });
  if (asked.category) query.set('category', asked.category);
  if (asked.period !== 'any') query.set('period', asked.period);
  if (asked.order !== 'relevance') query.set('order', asked.order);
  if (asked.page > 1) query.set('page', String(asked.page));
  return `${search.href({ locale })}?${query.toString()}`;
}
