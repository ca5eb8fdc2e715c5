'use client';
import type { ReactNode } from 'react';
import styles from './Tools.module.css';

/** Opens the browser's print dialogue. */
export function PrintButton({ label, children }: { label: string; children: ReactNode }) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      onClick={() => print()}
    >
      {children}
    </button>
  );
}
