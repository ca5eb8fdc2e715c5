/** The desk's filters as a URL query: a view can be shared as a link, and the Back button works. */
import { LOCALES } from '../../i18n/locales.ts';
import { ARTICLE_STATUSES } from '../article.ts';
import { DESK_ORDERS, type DeskQuery } from './desk.ts';
import { cleanText } from '../body/clean-text.ts';
import { SLUG_PATTERN } from '../slug.ts';

const LONGEST_WORDS = 200;
const LONGEST_CURSOR = 1000;

export const EVERYTHING: DeskQuery = {
  text: '',
  status: null,
  locale: null,
  category: null,
  author: null,
  topic: null,
  isMine: false,
  order: 'changed',
  after: null,
};

/**
 * Reads the filters from a URL query; unknown and invalid values are ignored.
 * @param parameters - `q`, `status`, `in`, `category`, `author`, `topic`, `mine`, `order`, `after`
 */
export function readDeskQuery(parameters: URLSearchParams): DeskQuery {
  const oneOf = <Value extends string>(values: readonly Value[], name: string): Value | null =>
    values.find((value) => value === parameters.get(name)) ?? null;
  const slug = (name: string) => {
    const value = parameters.get(name) ?? '';
    return value.length <= 120 && SLUG_PATTERN.test(value) ? value : null;
  };
  return {
    text: cleanText(parameters.get('q') ?? '')
      .trim()
      .slice(0, LONGEST_WORDS),
    status: oneOf(ARTICLE_STATUSES, 'status'),
    locale: oneOf(LOCALES, 'in'),
    category: slug('category'),
    author: slug('author'),
    topic: slug('topic'),
    isMine: parameters.get('mine') === '1',
    order: oneOf(DESK_ORDERS, 'order') ?? 'changed',
    after: parameters.get('after')?.slice(0, LONGEST_CURSOR) ?? null,
  };
}

/** Writes the filters as a URL query: unset filters are left out, and equal filters give equal addresses. */
export function writeDeskQuery(query: DeskQuery): string {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string | null) => value && parameters.set(name, value);
  put('q', query.text);
  put('status', query.status);
  put('in', query.locale);
  put('category', query.category);
  put('author', query.author);
  put('topic', query.topic);
  put('mine', query.isMine ? '1' : null);
  put('order', query.order === 'changed' ? null : query.order);
  put('after', query.after);
  return parameters.toString();
}
