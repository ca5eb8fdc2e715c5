import type { ArticleStatus } from '../article.ts';

/** An article that a text can link to. */
export interface LinkTarget {
  id: number;
  headline: string;
  /** A path on this site. */
  href: string;
  status: ArticleStatus;
  publishedAt: string | null;
}
