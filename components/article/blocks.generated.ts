/** Written by `npm run generate` from the files of `components/article/blocks`. */
import { ArticleBlock as embed } from './blocks/Embed.tsx';
import { ArticleBlock as gallery } from './blocks/Gallery.tsx';
import { ArticleBlock as image } from './blocks/Image.tsx';

export const ARTICLE_BLOCKS = {
  embed,
  gallery,
  image,
} as const;
