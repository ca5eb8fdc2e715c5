'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Draft } from '@/lib/content/draft/draft';
import type { Locale } from '@/lib/i18n/locales';
import controls from '../ui/controls.module.css';
import fields from '../ui/fields.module.css';
import { readPicture } from './ask-media';
import { FocalPoint } from './FocalPoint.client';
import styles from './Media.module.css';
import { LIBRARY_KEY } from './MediaGrid.client';
import { MediaPicker } from './MediaPicker.client';

type Image = NonNullable<Draft['image']>;

/** The lead picture of an article: picked, described for this article, and previewed in its crops. */
export function LeadPicture({
  image,
  language,
  isReadOnly,
  onChange,
}: {
  image: Image | null;
  /** The article's language. */
  language: Locale;
  isReadOnly: boolean;
  onChange: (image: Image | null) => void;
}) {
  const t = useTranslations('Media');
  const [isChoosing, setChoosing] = useState(false);
  const imageId = image?.imageId ?? null;
  const about = useQuery({
    queryKey: [...LIBRARY_KEY, 'picture', imageId],
    queryFn: () => readPicture(imageId ?? ''),
    enabled: imageId !== null,
  });
  return (
    <div className={styles.lead}>
      {image ? (
        <>
          {about.data && <FocalPoint key={imageId} picture={about.data.picture} />}
          {about.isError && <p className={controls.alert}>{t('failed')}</p>}
          <Texts image={image} language={language} isReadOnly={isReadOnly} onChange={onChange} />
        </>
      ) : (
        <p className={controls.note}>{t('noLead')}</p>
      )}
      {!isReadOnly && (
        <div className={controls.buttons}>
          <button type="button" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
            {image ? t('changeLead') : t('chooseLead')}
          </button>
          {image && (
            <button type="button" className={controls.plain} onClick={() => onChange(null)}>
              {t('dropLead')}
            </button>
          )}
        </div>
      )}
      {isChoosing && (
        <MediaPicker
          language={language}
          onClose={() => setChoosing(false)}
          onPick={({ id, alt, caption, credit }) => {
            onChange({ imageId: id, alt, caption, credit });
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

/** What this article says of the picture. */
function Texts({
  image,
  language,
  isReadOnly,
  onChange,
}: {
  image: Image;
  language: Locale;
  isReadOnly: boolean;
  onChange: (image: Image) => void;
}) {
  const t = useTranslations('Media');
  const field = (name: 'alt' | 'caption' | 'credit', longest: number, rows: number) => (
    <label>
      {t(name)}
      <textarea
        lang={language}
        rows={rows}
        maxLength={longest}
        value={image[name] ?? ''}
        readOnly={isReadOnly}
        aria-invalid={(name === 'alt' && !image.alt.trim()) || undefined}
        onChange={({ target: { value } }) =>
          onChange({ ...image, [name]: name === 'alt' ? value : value || null })
        }
      />
    </label>
  );
  return (
    <div className={fields.fields}>
      {field('alt', 1000, 2)}
      {!image.alt.trim() && (
        <p role="status" className={controls.alert}>
          {t('altMissing')}
        </p>
      )}
      {field('caption', 2000, 2)}
      {field('credit', 500, 1)}
    </div>
  );
}
