import type { ReactNode } from 'react';
import styles from './Panel.module.css';

/** One collapsible panel of the sidebar; its title opens and closes it. */
export function Panel({
  title,
  isOpen = false,
  children,
}: {
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details className={styles.panel} open={isOpen}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
