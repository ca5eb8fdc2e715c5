'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import controls from '../ui/controls.module.css';
import { readPicture } from './ask-media';
import { FocalPoint } from './FocalPoint.client';
import styles from './Media.module.css';
import { LIBRARY_KEY } from './MediaGrid.client';
import { PictureCommands } from './PictureCommands.client';
import { PictureTexts } from './PictureTexts.client';
import { PictureUses } from './PictureUses.client';

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
  const about = useQuery({
    queryKey: [...LIBRARY_KEY, 'picture', imageId],
    queryFn: () => readPicture(imageId),
  });
  if (about.isError) return <p className={controls.alert}>{t('failed')}</p>;
  if (!about.data) return <p className={controls.note}>{t('loading')}</p>;
  const { picture, uses, hidden } = about.data;
  const date = formatPublicationDate(picture.createdAt, locale);
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
      <PictureUses picture={picture} uses={uses} hidden={hidden} locale={locale} />
      <PictureCommands picture={picture} onClose={onClose} onReplaced={onReplaced} />
    </section>
  );
}
