/** Written by `npm run generate` from the files of `lib/content/blocks`. */
import { block as blockquote } from './blocks/blockquote.ts';
import { block as bulletList } from './blocks/bullet-list.ts';
import { block as codeBlock } from './blocks/code-block.ts';
import { block as embed } from './blocks/embed.ts';
import { block as gallery } from './blocks/gallery.ts';
import { block as heading } from './blocks/heading.ts';
import { block as horizontalRule } from './blocks/horizontal-rule.ts';
import { block as image } from './blocks/image.ts';
import { block as orderedList } from './blocks/ordered-list.ts';
import { block as paragraph } from './blocks/paragraph.ts';
import { block as pullQuote } from './blocks/pull-quote.ts';
import { block as table } from './blocks/table.ts';

export const BLOCKS = {
  blockquote,
  bulletList,
  codeBlock,
  embed,
  gallery,
  heading,
  horizontalRule,
  image,
  orderedList,
  paragraph,
  pullQuote,
  table,
} as const;
