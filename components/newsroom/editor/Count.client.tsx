'use client';
import type { Editor } from '@tiptap/core';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import styles from './bars/Bars.module.css';
import { countWords } from './count-words';

/** Milliseconds after the last change: a long text is not counted on every keystroke. */
const QUIET = 400;

/** The number of words and characters in the text, always visible. */
export function Count({ editor }: { editor: Editor | null }) {
  const t = useTranslations('NewsroomEditor');
  const locale = useLocale();
  const [count, setCount] = useState({ words: 0, characters: 0 });
  useEffect(() => {
    if (!editor) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = () => {
      timer = undefined;
      if (!editor.isDestroyed)
        setCount(countWords(editor.getText({ blockSeparator: '\n' }), locale));
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(update, QUIET);
    };
    timer = setTimeout(update);
    editor.on('update', soon);
    return () => {
      clearTimeout(timer);
      editor.off('update', soon);
    };
  }, [editor, locale]);
  return <p className={styles.count}>{t('count', count)}</p>;
}
