import type { ArticleCard, Category } from './article.ts';

/** The front of one locale: no article stands in it twice, but for the timeline, which holds the newest. */
export interface Front {
  /** The newest with a picture. */
  lead: ArticleCard | null;
  /** At most three, beside the lead. */
  seconds: ArticleCard[];
  /** At most twelve, newest first. */
  newest: ArticleCard[];
  /** In the order of the navigation; a category without articles is left out. */
  blocks: { category: Category; articles: ArticleCard[] }[];
}
