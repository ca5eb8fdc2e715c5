import type { ArticleCard } from './article.ts';

/** How far back a search looks. */
export const SEARCH_PERIODS = ['any', 'day', 'week', 'month', 'year'] as const;
type SearchPeriod = (typeof SEARCH_PERIODS)[number];
export const SEARCH_ORDERS = ['relevance', 'newest'] as const;
type SearchOrder = (typeof SEARCH_ORDERS)[number];

/** The search request. */
export interface SearchQuery {
  text: string;
  category: string | null;
  period: SearchPeriod;
  order: SearchOrder;
  /** From 1. */
  page: number;
}

/** A text in pieces, with the matching ones marked. */
export type MarkedText = { text: string; marked: boolean }[];

export interface SearchHit {
  article: ArticleCard;
  headline: MarkedText;
  excerpt: MarkedText;
}

export interface SearchAnswer {
  /** The normalised query: without control characters, cut to its limit. */
  query: string;
  /** At most `SEARCH_COUNTED`, then `totalIsExact` is false. */
  total: number;
  totalIsExact: boolean;
  page: number;
  pageCount: number;
  hits: SearchHit[];
  /** The nearest spelling with results, if the query had none. */
  spelling: string | null;
  /** Whether the search was ended because it took too long. */
  isTooCostly: boolean;
}

export interface Suggestion {
  headline: string;
  slug: string;
}
