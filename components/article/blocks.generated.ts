/** Written by `npm run generate` from the files of `components/article/blocks`. */
import { ArticleBlock as embed } from './blocks/Embed.tsx';
import { ArticleBlock as gallery } from './blocks/Gallery.tsx';
import { ArticleBlock as image } from './blocks/Image.tsx';
import pullQuoteStyles from './blocks/PullQuote.module.css';

export const ARTICLE_BLOCKS = {
  embed,
  gallery,
  image,
} as const;

export const ARTICLE_STYLES = {
  pullQuote: pullQuoteStyles,
} as const;
