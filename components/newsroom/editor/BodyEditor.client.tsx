'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Picture } from '@/lib/content/article';
import type { Locale } from '@/lib/i18n/locales';
import bodyStyles from '../../article/Body.module.css';
import controls from '../ui/controls.module.css';
import type { Bar } from './bars/bars';
import { EditorBar } from './bars/EditorBar.client';
import styles from './BodyEditor.module.css';
import { Count } from './Count.client';
import { editorExtensions } from './editor-extensions';
import { Toolbar } from './toolbar/Toolbar.client';
import { useBodyEditor } from './use-body-editor';
import { Pictures } from './views/pictures';

/** The body editor; the text looks as readers will see it. */
export function BodyEditor({
  locale,
  language,
  pictures: known,
}: {
  locale: Locale;
  /** The article's language, not the screen's. */
  language: Locale;
  /** Every picture that the body references, by its id. */
  pictures: Record<string, Picture>;
}) {
  const t = useTranslations('NewsroomEditor');
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const [pictures] = useState(() => new Pictures(known));
  const [bar, setBar] = useState<Bar | null>(null);
  const [lost, setLost] = useState(0);
  const editor = useBodyEditor(
    surface,
    () =>
      editorExtensions({
        t,
        pictures,
        language,
        onOpen: setBar,
        onLost: setLost,
        onFiles: () => setBar('image'),
      }),
    {
      class: `${bodyStyles['body']} ${bodyStyles['text']}`,
      lang: language,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': t('body'),
      spellcheck: 'true',
    },
  );
  const close = () => {
    setBar(null);
    editor?.view.focus();
  };
  return (
    <div>
      <Toolbar
        editor={editor}
        bar={bar}
        onBar={(next) => (next === bar ? close() : setBar(next))}
      />
      {bar && editor && (
        <EditorBar
          key={bar}
          bar={bar}
          editor={editor}
          locale={locale}
          language={language}
          pictures={pictures}
          onClose={close}
        />
      )}
      {lost > 0 && (
        <p role="status" className={controls.alert}>
          {t('picturesLost', { count: lost })}{' '}
          <button type="button" className={controls.plain} onClick={() => setLost(0)}>
            {t('close')}
          </button>
        </p>
      )}
      <div ref={setSurface} className={styles.surface} />
      <Count editor={editor} />
    </div>
  );
}
