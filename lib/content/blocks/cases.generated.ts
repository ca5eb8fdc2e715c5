/** Written by `npm run generate` from the files of `lib/content/blocks/cases`. */
import { blockCase as blockquote } from './cases/blockquote.ts';
import { blockCase as bulletList } from './cases/bullet-list.ts';
import { blockCase as codeBlock } from './cases/code-block.ts';
import { blockCase as embed } from './cases/embed.ts';
import { blockCase as gallery } from './cases/gallery.ts';
import { blockCase as heading } from './cases/heading.ts';
import { blockCase as horizontalRule } from './cases/horizontal-rule.ts';
import { blockCase as image } from './cases/image.ts';
import { blockCase as orderedList } from './cases/ordered-list.ts';
import { blockCase as paragraph } from './cases/paragraph.ts';
import { blockCase as pullQuote } from './cases/pull-quote.ts';
import { blockCase as table } from './cases/table.ts';

export const BLOCK_CASES = {
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
