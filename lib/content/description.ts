import type { Article } from './article.ts';
import { plainText } from './body/plain-text.ts';

/** Letters of a description that search results show. */
const DESCRIPTION = 200;

/** An article in one or two sentences: what the newsroom wrote for it, or how its text begins. */
export function descriptionOf({ standfirst, body }: Pick<Article, 'standfirst' | 'body'>): string {
  if (standfirst !== null) return standfirst;
  const text = plainText(body).replaceAll('\n', ' ');
  if (text.length <= DESCRIPTION) return text;
  const lastSpace = text.lastIndexOf(' ', DESCRIPTION - 1);
  return `${text.slice(0, lastSpace > 0 ? lastSpace : DESCRIPTION).trim()}…`;
}
