import type { ArticleCard, ArticleStatus, Category } from '../article.ts';

/** Places at the top: the lead and three beside it. */
export const FRONT_POSITIONS = 4;
/** Maximum length of a breaking-news line in characters: two lines on the narrowest phone. */
export const LONGEST_BREAKING = 90;

/** A breaking-news line as shown to readers. */
export interface BreakingLine {
  text: string;
  /** The article that it links to; null if there is none that readers may see. */
  article: { id: number; slug: string } | null;
}

/** A place at the top of a front page that a user assigned to an article. */
interface FrontPin {
  /** From 0, the lead. */
  position: number;
  articleId: number;
  /** ISO 8601: after it the automatic rule applies again. */
  until: string;
}

/** An article that could get a place on a front page. */
export interface FrontCandidate {
  id: number;
  headline: string;
  status: ArticleStatus;
  /** ISO 8601; null if it is neither published nor scheduled. */
  publishedAt: string | null;
}

/** The editors' settings for a locale's front page, for its screen. */
export interface FrontState {
  /** To be sent back with a change: a change that is based on an older version is refused. */
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

/** The front page of one locale: no article appears twice, except in the timeline, which lists the newest. */
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
