'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import controls from '../ui/controls.module.css';
import { useReady } from '../use-ready';
import styles from './PreviewFrame.module.css';

/** Widths of a phone, a tablet and a desktop screen, in CSS pixels. */
const WIDTHS = [360, 768, 1280] as const;
const THEMES = ['light', 'dark'] as const;

/** A page as readers will see it, in a selectable width and theme. */
export function PreviewFrame({
  title,
  language,
  version,
  address,
  back,
}: {
  title: string;
  language: string;
  /** The revision that is shown; null for a page without revisions. */
  version: number | null;
  address: string;
  back: string;
}) {
  const t = useTranslations('Preview');
  const isReady = useReady();
  const frame = useRef<HTMLIFrameElement>(null);
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>(1280);
  const [theme, setTheme] = useState<(typeof THEMES)[number]>('light');
  // The framed page has the same origin, so the reader's settings can be applied to it here.
  const dress = () => {
    const root = frame.current?.contentDocument?.documentElement;
    if (root) root.dataset['theme'] = theme;
  };
  useEffect(dress);
  return (
    <div className={`${controls.controls} ${styles.preview}`}>
      <header className={styles.bar}>
        <a href={back}>{t('back')}</a>
        <h1 lang={language}>{title}</h1>
        <p>{version === null ? t('draftFront') : t('draft', { version: String(version) })}</p>
        <div role="group" aria-label={t('width')} className={styles.choice}>
          {WIDTHS.map((each) => (
            <button
              key={each}
              type="button"
              disabled={!isReady}
              aria-pressed={each === width}
              onClick={() => setWidth(each)}
            >
              {t('pixels', { width: String(each) })}
            </button>
          ))}
        </div>
        <div role="group" aria-label={t('theme')} className={styles.choice}>
          {THEMES.map((each) => (
            <button
              key={each}
              type="button"
              disabled={!isReady}
              aria-pressed={each === theme}
              onClick={() => setTheme(each)}
            >
              {t(each)}
            </button>
          ))}
        </div>
      </header>
      <main className={styles.stage} tabIndex={0} aria-label={t('frame')}>
        <iframe ref={frame} src={address} title={t('frame')} width={width} onLoad={dress} />
      </main>
    </div>
  );
}
