import { wordmarkParts } from './look.ts';
import styles from './Wordmark.module.css';

/**
 * The publication's name as a wordmark: a tight serif, the letters after a point in the accent colour. A
 * newsroom with a logo image puts it here.
 */
export function Wordmark({ name }: { name: string }) {
  const [ink, accent] = wordmarkParts(name);
  return (
    <span className={styles.wordmark} lang="en">
      {ink}
      {accent !== '' && <span className={styles.domain}>{accent}</span>}
    </span>
  );
}
