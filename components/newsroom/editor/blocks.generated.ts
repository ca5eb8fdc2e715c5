/** Written by `npm run generate` from the files of `components/newsroom/editor/blocks`. */
import { editorBlock as blockquote } from './blocks/blockquote.ts';
import { editorBlock as bulletList } from './blocks/bullet-list.ts';
import { editorBlock as codeBlock } from './blocks/code-block.ts';
import { editorBlock as embed } from './blocks/embed.ts';
import { editorBlock as gallery } from './blocks/gallery.ts';
import { editorBlock as heading } from './blocks/heading.ts';
import { editorBlock as horizontalRule } from './blocks/horizontal-rule.ts';
import { editorBlock as image } from './blocks/image.ts';
import { editorBlock as orderedList } from './blocks/ordered-list.ts';
import { editorBlock as paragraph } from './blocks/paragraph.ts';
import { editorBlock as pullQuote } from './blocks/pull-quote.ts';
import { editorBlock as table } from './blocks/table.ts';

export const EDITOR_BLOCKS = {
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
