'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LibraryPicture, PictureText } from '@/lib/content/desk/media';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import fields from '../ui/fields.module.css';
import { useSentence } from '../use-sentence';
import { LIBRARY_KEY } from './MediaGrid.client';

const FIELDS = ['alt', 'caption', 'credit'] as const;
const LONGEST = { alt: 1000, caption: 2000, credit: 500 } as const;
const NOTHING: PictureText = { alt: '', caption: '', credit: '' };

/** A picture's default texts in each language, used where an article sets no others. */
export function PictureTexts({ picture, locale }: { picture: LibraryPicture; locale: Locale }) {
  const t = useTranslations('Media');
  const sentence = useSentence();
  const client = useQueryClient();
  const [language, setLanguage] = useState(locale);
  const [texts, setTexts] = useState(picture.texts);
  const save = useMutation({
    mutationFn: () => send('picture/describe', picture.imageId, { texts }),
    onSuccess: () => client.invalidateQueries({ queryKey: LIBRARY_KEY }),
  });
  const text = texts[language] ?? NOTHING;
  const set = (field: (typeof FIELDS)[number], value: string) => {
    save.reset();
    setTexts({ ...texts, [language]: { ...text, [field]: value } });
  };
  const mayWrite = picture.verbs.includes('describe');
  return (
    <form
      className={fields.fields}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <label>
        {t('textsIn', { language: LOCALE_LABELS[language].name })}
        <select value={language} onChange={(event) => setLanguage(event.target.value as Locale)}>
          {LOCALES.map((other) => (
            <option key={other} value={other}>
              {LOCALE_LABELS[other].name}
            </option>
          ))}
        </select>
      </label>
      {FIELDS.map((field) => {
        const suggestion = picture.suggested?.[field];
        return (
          <div key={field}>
            <label>
              {t(field)}
              <textarea
                lang={language}
                rows={field === 'credit' ? 1 : 2}
                maxLength={LONGEST[field]}
                value={text[field]}
                readOnly={!mayWrite}
                onChange={(event) => set(field, event.target.value)}
              />
            </label>
            {mayWrite && suggestion && text[field] === '' && (
              <p className={controls.note}>
                {t('suggestion', { text: suggestion })}{' '}
                <button
                  type="button"
                  className={controls.plain}
                  onClick={() => set(field, suggestion)}
                >
                  {t('takeSuggestion')}
                </button>
              </p>
            )}
          </div>
        );
      })}
      <p role="alert" className={controls.alert}>
        {sentence(save.error)}
      </p>
      {mayWrite && (
        <div className={controls.buttons}>
          <button type="submit" disabled={save.isPending}>
            {t('saveTexts')}
          </button>
          <span role="status" className={controls.note}>
            {save.isSuccess ? t('saved') : ''}
          </span>
        </div>
      )}
    </form>
  );
}
