'use client';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { useReady } from '../use-ready';
import styles from './Screen.module.css';

/**
 * The layout of the editing screen: the bar, the text in the middle, and the panels at the inline end, which
 * are initially hidden on a narrow screen.
 */
export function Work({
  bar,
  text,
  panels,
}: {
  bar: ReactNode;
  text: ReactNode;
  panels: ReactNode;
}) {
  const t = useTranslations('NewsroomEditor');
  const isReady = useReady();
  const [isShown, setIsShown] = useState<boolean | null>(null);
  const turn = () => setIsShown(!(isShown ?? matchMedia('(width >= 960px)').matches));
  return (
    <div data-ready={isReady ? '' : undefined}>
      <div className={styles.bar}>
        {bar}
        <button type="button" aria-controls="panels" onClick={turn} disabled={!isReady}>
          {t('panels')}
        </button>
      </div>
      <div className={styles.work}>
        {text}
        <aside
          id="panels"
          className={styles.aside}
          aria-label={t('panels')}
          data-shown={isShown === null ? undefined : String(isShown)}
        >
          {panels}
        </aside>
      </div>
    </div>
  );
}
