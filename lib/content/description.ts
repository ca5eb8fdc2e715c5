import type { Article } from './article.ts';
import { plainText } from './body/plain-text.ts';

/** Characters of a description that search results show. */
const DESCRIPTION = 200;

/** A description of an article in one or two sentences: its standfirst, or else the beginning of its text. */
export function descriptionOf({ standfirst, body }: Pick<Article, 'standfirst' | 'body'>): string {
  if (standfirst !== null) return standfirst;
  const text = plainText(body).replaceAll('\n', ' ');
  if (text.length <= DESCRIPTION) return text;
  const lastSpace = text.lastIndexOf(' ', DESCRIPTION - 1);
  return `${text.slice(0, lastSpace > 0 ? lastSpace : DESCRIPTION).trim()}…`;
}
