'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { send, SendError } from '../send';
import controls from '../ui/controls.module.css';
import table from '../ui/table.module.css';
import { useSentence } from '../use-sentence';
import { readPicture } from './ask-media';
import { FocalPoint } from './FocalPoint.client';
import styles from './Media.module.css';
import { LIBRARY_KEY } from './MediaGrid.client';
import { MediaPicker } from './MediaPicker.client';
import { PictureTexts } from './PictureTexts.client';

/** The details of one picture: its texts, its crops, where it is used, and its removal. */
export function PictureDetails({
  imageId,
  locale,
  onClose,
  onReplaced,
}: {
  imageId: string;
  locale: Locale;
  onClose: () => void;
  /** @param by - id of the replacement picture */
  onReplaced: (by: string) => void;
}) {
  const t = useTranslations('Media');
  const sentence = useSentence();
  const client = useQueryClient();
  const [isSure, setSure] = useState(false);
  const [isReplacing, setReplacing] = useState(false);
  const about = useQuery({
    queryKey: [...LIBRARY_KEY, 'picture', imageId],
    queryFn: () => readPicture(imageId),
  });
  const refresh = () => client.invalidateQueries({ queryKey: LIBRARY_KEY });
  const remove = useMutation({
    mutationFn: () => send('picture/remove', imageId, {}),
    onSuccess: () => {
      onClose();
      void refresh();
    },
    onError: () => setSure(false),
  });
  const replace = useMutation({
    mutationFn: async (by: string) => {
      await send('picture/replace', imageId, { by });
      return by;
    },
    onSuccess: (by) => {
      onReplaced(by);
      void refresh();
    },
  });
  if (about.isError) return <p className={controls.alert}>{t('failed')}</p>;
  if (!about.data) return <p className={controls.note}>{t('loading')}</p>;
  const { picture, uses, hidden } = about.data;
  const date = formatPublicationDate(picture.createdAt, locale);
  const isInUse = remove.error instanceof SendError && remove.error.code === 'in_use';
  return (
    <section className={styles.details} aria-labelledby="picture">
      <div className={styles.head}>
        <h2 id="picture">{picture.name}</h2>
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      <p className={controls.note}>
        {t('size', { width: picture.width, height: picture.height })} ·{' '}
        {picture.uploadedBy === null
          ? t('imported', { date })
          : t('byUser', { name: picture.uploadedBy, date })}
      </p>
      <FocalPoint key={`focus ${imageId}`} picture={picture} />
      <PictureTexts key={`texts ${imageId}`} picture={picture} locale={locale} />
      <h3>{t('shownIn')}</h3>
      {picture.uses === 0 && <p>{t('used', { count: 0 })}</p>}
      <ul className={table.rows}>
        {uses.map((use) => (
          <li key={use.articleId}>
            <a href={newsroomAddress(locale, `/article/${use.articleId}`)} lang={use.locale}>
              {use.headline}
            </a>
            <span className={controls.note}>{t(`where_${use.where}`)}</span>
          </li>
        ))}
        {hidden > 0 && <li className={controls.note}>{t('hidden', { count: hidden })}</li>}
      </ul>
      <p role="alert" className={controls.alert}>
        {isInUse ? t('inUse', { count: picture.uses }) : sentence(remove.error ?? replace.error)}
      </p>
      <div className={controls.buttons}>
        {picture.verbs.includes('replace') && (
          <button type="button" onClick={() => setReplacing(!isReplacing)}>
            {t('replace')}
          </button>
        )}
        {picture.verbs.includes('remove') &&
          (isSure ? (
            <button type="button" disabled={remove.isPending} onClick={() => remove.mutate()}>
              {t('removeSure')}
            </button>
          ) : (
            <button type="button" onClick={() => setSure(true)}>
              {t('remove')}
            </button>
          ))}
      </div>
      {isReplacing && (
        <>
          <p>{t('replaceHow')}</p>
          <MediaPicker
            onPick={({ id }) => replace.mutate(id)}
            onClose={() => setReplacing(false)}
          />
        </>
      )}
    </section>
  );
}
