import styles from './Masthead.module.css';

/**
 * The publication's name as a wordmark: a tight serif, the letters after a point in the accent colour. A
 * newsroom with a logo image puts it here.
 */
export function SiteName({ name }: { name: string }) {
  const [first, ...rest] = name.split(/(?=\.)/);
  return (
    <span className={styles.wordmark} lang="en">
      {first}
      {rest.length > 0 && <span className={styles.domain}>{rest.join('')}</span>}
    </span>
  );
}
