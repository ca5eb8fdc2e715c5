import type { ArticleCard, ArticleStatus, Category } from '../article.ts';

/** Places at the top: the lead and three beside it. */
export const FRONT_POSITIONS = 4;
/** Letters of a breaking-news line at most: on the narrowest phone it keeps to two lines. */
export const LONGEST_BREAKING = 90;

/** A breaking-news line as readers see it. */
export interface BreakingLine {
  text: string;
  /** The article that it leads to; null where there is none that readers may see. */
  article: { id: number; slug: string } | null;
}

/** A place at the top of a front that somebody gave to an article. */
interface FrontPin {
  /** From 0, which leads. */
  position: number;
  articleId: number;
  /** ISO 8601: from then on the rule decides again. */
  until: string;
}

/** An article that could have a place on a front. */
export interface FrontCandidate {
  id: number;
  headline: string;
  status: ArticleStatus;
  /** ISO 8601; null for one that is not scheduled either. */
  publishedAt: string | null;
}

/** What the newsroom decided of a locale's front, as its screen shows it. */
export interface FrontState {
  /** To be given back with a change: one that began from an older state is refused. */
  version: number;
  pins: (FrontPin & { headline: string; isShown: boolean })[];
  breaking: {
    text: string;
    articleId: number | null;
    headline: string | null;
    /** ISO 8601. */
    until: string;
  } | null;
}

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
