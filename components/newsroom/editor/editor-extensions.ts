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
import { footnoteView } from './views/footnote';
import { EDITOR_BLOCKS } from './blocks.generated';
import type { EditorBlock, EditorScreen } from './editor-block';
import type { Locale } from '@/lib/i18n/locales';

export interface EditorOptions extends ClipboardOptions, EditorScreen {
  /** The article's language, not the screen's. */
  language: Locale;
  onOpen: (bar: Bar) => void;
}

/** All Tiptap extensions of the editor. */
export function editorExtensions({
  t,
  pictures,
  language,
  onOpen,
  ...clipboard
}: EditorOptions): Extensions {
  const screen: EditorScreen = { t, pictures, language };
  return [
    ...TEXT_NODES,
    footnoteView(screen),
    ...Object.values<EditorBlock>(EDITOR_BLOCKS).flatMap(({ nodes: [own, ...parts], view }) => [
      view?.(screen) ?? own,
      ...parts,
    ]),
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
