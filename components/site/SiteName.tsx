import styles from './Masthead.module.css';

/**
 * The name as it is drawn: set in the serif, tight, the letters after a point in the accent. A newsroom with
 * a drawn logo puts it here.
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
