'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { textIn, type LibraryPicture } from '@/lib/content/desk/media';
import type { Locale } from '@/lib/i18n/locales';
import styles from './Media.module.css';
import { LIBRARY_KEY, MediaGrid } from './MediaGrid.client';
import { UploadArea } from './UploadArea.client';

/** A picture as it is inserted into an article, with its texts from the library. */
export interface PickedImage {
  id: string;
  alt: string;
  caption: string | null;
  credit: string | null;
  width: number;
  height: number;
}

/** A picture with its texts in one language; texts embedded in the file are the fallback. */
function pickedOf(picture: LibraryPicture, language: Locale): PickedImage {
  const { imageId, width, height, texts, suggested } = picture;
  const { alt, caption, credit } = textIn(texts, language);
  const hasNone = Object.keys(texts).length === 0;
  const orFile = (text: string, field: 'alt' | 'caption' | 'credit') =>
    text || (hasNone ? (suggested?.[field] ?? '') : '');
  return {
    id: imageId,
    alt: orFile(alt, 'alt'),
    caption: orFile(caption, 'caption') || null,
    credit: orFile(credit, 'credit') || null,
    width,
    height,
  };
}

/** A panel to pick a library picture or upload one. Escape closes it. */
export function MediaPicker({
  onPick,
  onClose,
  language,
}: {
  onPick: (image: PickedImage) => void;
  onClose: () => void;
  /** The article's language; defaults to the screen's. */
  language?: Locale;
}) {
  const t = useTranslations('Media');
  const screen = useLocale() as Locale;
  const client = useQueryClient();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const pick = (picture: LibraryPicture) => onPick(pickedOf(picture, language ?? screen));
  return (
    <section
      className={styles.picker}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} ref={title} tabIndex={-1}>
          {t('pick')}
        </h2>
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      <UploadArea onDone={() => void client.invalidateQueries({ queryKey: LIBRARY_KEY })} />
      <MediaGrid onChoose={pick} />
    </section>
  );
}
