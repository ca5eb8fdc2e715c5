'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Picture } from '@/lib/content/article';
import type { Locale } from '@/lib/i18n/locales';
import bodyStyles from '../../article/Body.module.css';
import styles from './BodyEditor.module.css';
import { editorExtensions } from './editor-extensions';
import { Toolbar } from './toolbar/Toolbar.client';
import { useBodyEditor } from './use-body-editor';
import { Pictures } from './views/pictures';

/** The body, written as readers will see it. */
export function BodyEditor({
  language,
  pictures: known,
}: {
  locale: Locale;
  /** Of the article, not of the screen. */
  language: Locale;
  /** Every picture that the body names, by its id. */
  pictures: Record<string, Picture>;
}) {
  const t = useTranslations('NewsroomEditor');
  const [surface, setSurface] = useState<HTMLElement | null>(null);
  const [pictures] = useState(() => new Pictures(known));
  const editor = useBodyEditor(
    surface,
    () =>
      editorExtensions(
        {
          caption: t('caption'),
          credit: t('credit'),
          alt: t('alt'),
          altShort: t('altShort'),
          attribution: t('attribution'),
          embedShow: (provider) => t('embedShow', { provider }),
          embedNote: (provider) => t('embedNote', { provider }),
        },
        pictures,
        language,
      ),
    {
      class: `${bodyStyles['body']} ${bodyStyles['text']}`,
      lang: language,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': t('body'),
      spellcheck: 'true',
    },
  );
  return (
    <div>
      <Toolbar editor={editor} />
      <div ref={setSurface} className={styles.surface} />
    </div>
  );
}
