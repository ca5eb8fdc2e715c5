'use client';
import { useSyncExternalStore, type ReactNode } from 'react';
import styles from './Tools.module.css';

const never = () => () => {};

/** The system's own share sheet, where there is one. */
export function ShareSheet({ label, children }: { label: string; children: ReactNode }) {
  const canShare = useSyncExternalStore(
    never,
    () => 'share' in navigator,
    () => false,
  );
  if (!canShare) return null;
  const share = () =>
    navigator.share({ title: document.title, url: location.href }).catch(() => {
      // The reader closed the sheet.
    });
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      onClick={() => void share()}
    >
      {children}
    </button>
  );
}
