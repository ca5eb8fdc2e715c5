import type { Extensions } from '@tiptap/core';
import { History } from './behaviour/history';
import { Keys } from './behaviour/keys';
import { MarkdownShortcuts } from './behaviour/markdown-shortcuts';
import { Tidy } from './behaviour/tidy';
import { MARKS } from './schema/marks';
import { TEXT_NODES } from './schema/text-nodes';
import { embedView } from './views/embed';
import { GalleryView } from './views/gallery';
import { imageView } from './views/image';
import type { Pictures } from './views/pictures';
import { pullQuoteView } from './views/pull-quote';
import type { Words } from './views/words';

/**
 * Everything that the editor is made of.
 * @param language - of the article, not of the screen
 */
export function editorExtensions(words: Words, pictures: Pictures, language: string): Extensions {
  return [
    ...TEXT_NODES,
    pullQuoteView(words, language),
    imageView(words, pictures, language),
    GalleryView,
    embedView(words),
    ...MARKS,
    History,
    Keys,
    MarkdownShortcuts,
    Tidy,
  ];
}
