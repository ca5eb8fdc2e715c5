'use client';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import controls from '../ui/controls.module.css';
import { useReady } from '../use-ready';
import styles from './FrontDesk.module.css';
import { clear, swap, type Placed, type Places } from './places';

/** One place at the top: the story that it holds, and the buttons that move or release it. */
export function Place({
  front,
  held,
  position,
  name,
  automatic,
  isHidden,
  places,
  onChange,
}: {
  front: Locale;
  held: Placed | null;
  position: number;
  name: string;
  /** The headline that stands there automatically, where it is known. */
  automatic: string | undefined;
  /** Readers do not see the story that it holds. */
  isHidden: boolean;
  places: Places;
  onChange: (places: Places) => void;
}) {
  const t = useTranslations('FrontDesk');
  const isReady = useReady();
  return (
    <li data-place={position}>
      <span className={styles.place}>{name}</span>
      {held ? (
        <span className={styles.held} lang={front}>
          {held.headline}
        </span>
      ) : (
        <span className={styles.ruled}>
          {t('byRule')}
          {automatic && <span lang={front}>{automatic}</span>}
        </span>
      )}
      {held && isHidden && <span className={controls.note}>{t('notOut')}</span>}
      {held && (
        <span className={styles.moves}>
          <button
            type="button"
            disabled={!isReady || position === 0}
            aria-label={t('moveUp', { headline: held.headline })}
            onClick={() => onChange(swap(places, position, position - 1))}
          >
            ↑
          </button>
          <button
            type="button"
            disabled={!isReady || position === places.length - 1}
            aria-label={t('moveDown', { headline: held.headline })}
            onClick={() => onChange(swap(places, position, position + 1))}
          >
            ↓
          </button>
          <button
            type="button"
            disabled={!isReady}
            aria-label={t('release', { headline: held.headline })}
            onClick={() => onChange(clear(places, position))}
          >
            ×
          </button>
        </span>
      )}
    </li>
  );
}
