import styles from './ListPage.module.css';

/** What a list is of. */
export function ListHeader({
  kind,
  title,
  description,
}: {
  kind?: string;
  title: string;
  description?: string | null;
}) {
  return (
    <header className={styles.header}>
      {kind && <p className={styles.kind}>{kind}</p>}
      <h1>{title}</h1>
      {description && <p className={styles.description}>{description}</p>}
    </header>
  );
}
