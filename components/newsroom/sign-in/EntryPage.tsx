import type { ReactNode } from 'react';
import { publication } from '@/publication.config';
import styles from './EntryPage.module.css';
import controls from '../ui/controls.module.css';

/** A screen for users who are not signed in. */
export function EntryPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={`${controls.controls} ${styles.entry}`}>
      <p className={styles.name}>{publication.name}</p>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
