'use client';
import { useSyncExternalStore, type ReactNode } from 'react';
import styles from './Masthead.module.css';

const NIGHT = '(prefers-color-scheme: dark)';
const CHANGED = 'caliber:theme';

function subscribe(onChange: () => void): () => void {
  const media = matchMedia(NIGHT);
  media.addEventListener('change', onChange);
  addEventListener(CHANGED, onChange);
  return () => {
    media.removeEventListener('change', onChange);
    removeEventListener(CHANGED, onChange);
  };
}

function isNight(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia(NIGHT).matches;
}

/** Turns the night theme on and off. Until it is pressed the page follows the system. */
export function ThemeToggle({
  label,
  sun,
  moon,
}: {
  label: string;
  sun: ReactNode;
  moon: ReactNode;
}) {
  const night = useSyncExternalStore(subscribe, isNight, () => false);
  const toggle = () => {
    const theme = night ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // A browser that stores nothing keeps the choice for this page.
    }
    dispatchEvent(new Event(CHANGED));
  };
  return (
    <button
      type="button"
      className={styles.tool}
      aria-pressed={night}
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      {night ? sun : moon}
    </button>
  );
}
