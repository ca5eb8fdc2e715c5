import type { Extensions } from '@tiptap/core';
import { ToolKeys, type Bar } from './bars/bars';
import { Clipboard, type ClipboardOptions } from './behaviour/clipboard';
import { Find } from './behaviour/find';
import { History } from './behaviour/history';
import { Keys } from './behaviour/keys';
import { MarkdownShortcuts } from './behaviour/markdown-shortcuts';
import { Quotes } from './behaviour/quotes';
import { Tidy } from './behaviour/tidy';
import { MARKS } from './schema/marks';
import { TEXT_NODES } from './schema/text-nodes';
import { embedView } from './views/embed';
import { footnoteView } from './views/footnote';
import { GalleryView } from './views/gallery';
import { imageView } from './views/image';
import type { Locale } from '@/lib/i18n/locales';
import type { Pictures } from './views/pictures';
import { pullQuoteView } from './views/pull-quote';
import type { Words } from './views/words';

export interface EditorOptions extends ClipboardOptions {
  words: Words;
  pictures: Pictures;
  /** The article's language, not the screen's. */
  language: Locale;
  onOpen: (bar: Bar) => void;
}

/** All Tiptap extensions of the editor. */
export function editorExtensions({
  words,
  pictures,
  language,
  onOpen,
  ...clipboard
}: EditorOptions): Extensions {
  return [
    ...TEXT_NODES,
    footnoteView(words),
    pullQuoteView(words, language),
    imageView(words, pictures, language),
    GalleryView,
    embedView(words),
    ...MARKS,
    History,
    Keys,
    ToolKeys.configure({ onOpen }),
    Clipboard.configure(clipboard),
    Find,
    Quotes.configure({ language }),
    MarkdownShortcuts,
    Tidy,
  ];
}
