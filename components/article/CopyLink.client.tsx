'use client';
import { useState, type ReactNode } from 'react';
import styles from './Tools.module.css';

/** Puts the article's address on the clipboard and says so. */
export function CopyLink({
  labels,
  children,
}: {
  labels: { copy: string; copied: string; failed: string };
  children: ReactNode;
}) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    const address =
      document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
    try {
      await navigator.clipboard.writeText(address);
      setSaid(labels.copied);
    } catch {
      setSaid(labels.failed);
    }
  };
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        aria-label={labels.copy}
        title={labels.copy}
        onClick={() => void copy()}
      >
        {children}
      </button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </>
  );
}
