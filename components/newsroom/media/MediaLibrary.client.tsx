'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import styles from './Media.module.css';
import { LIBRARY_KEY, MediaGrid } from './MediaGrid.client';
import { PictureDetails } from './PictureDetails.client';
import { UploadArea } from './UploadArea.client';

/** The media library: uploads at the top, the pictures below, and the open picture in a side panel. */
export function MediaLibrary({ locale }: { locale: Locale }) {
  const t = useTranslations('Media');
  const client = useQueryClient();
  const [current, setCurrent] = useState<string | null>(null);
  return (
    <>
      <h1>{t('title')}</h1>
      <UploadArea onDone={() => void client.invalidateQueries({ queryKey: LIBRARY_KEY })} />
      <div className={styles.beside} data-open={current !== null || undefined}>
        <MediaGrid current={current} onChoose={({ imageId }) => setCurrent(imageId)} />
        {current !== null && (
          <PictureDetails
            key={current}
            imageId={current}
            locale={locale}
            onClose={() => setCurrent(null)}
            onReplaced={setCurrent}
          />
        )}
      </div>
    </>
  );
}
