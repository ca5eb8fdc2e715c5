'use client';
import type { Editor } from '@tiptap/core';
import type { Locale } from '@/lib/i18n/locales';
import { MediaPicker } from '../../media/MediaPicker.client';
import { putPicture } from '../behaviour/put-picture';
import type { Pictures } from '../views/pictures';
import type { Bar } from './bars';
import { FindBar } from './FindBar.client';
import { KeysBar } from './KeysBar.client';
import { LinkBar } from './LinkBar.client';

/** Renders the bar that is open. */
export function EditorBar({
  bar,
  editor,
  locale,
  language,
  pictures,
  onClose,
}: {
  bar: Bar;
  editor: Editor;
  locale: Locale;
  language: Locale;
  pictures: Pictures;
  onClose: () => void;
}) {
  switch (bar) {
    case 'link':
      return <LinkBar editor={editor} locale={locale} language={language} onClose={onClose} />;
    case 'find':
      return <FindBar editor={editor} onClose={onClose} />;
    case 'help':
      return <KeysBar onClose={onClose} />;
    case 'image':
      return (
        <MediaPicker
          language={language}
          onClose={onClose}
          onPick={({ id, alt, caption, credit, width, height }) => {
            pictures.add({ imageId: id, width, height });
            putPicture(editor, { imageId: id, alt, caption, credit });
            onClose();
          }}
        />
      );
  }
}
