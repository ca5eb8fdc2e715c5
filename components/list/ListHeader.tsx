import styles from './ListPage.module.css';

/** An address as a reader would say it: `social.example/@mara`. */
function nameOf(link: string): string {
  const { host, pathname } = new URL(link);
  return host.replace(/^www\./, '') + pathname.replace(/\/$/, '');
}

/** What a list is of. */
export function ListHeader({
  kind,
  title,
  description,
  links = [],
}: {
  kind?: string;
  title: string;
  description?: string | null;
  /** The author’s addresses elsewhere. */
  links?: readonly string[];
}) {
  return (
    <header className={styles.header}>
      {kind && <p className={styles.kind}>{kind}</p>}
      <h1>{title}</h1>
      {description && <p className={styles.description}>{description}</p>}
      {links.length > 0 && (
        <ul className={styles.links}>
          {links.map((link) => (
            <li key={link}>
              <a href={link} rel="me">
                {nameOf(link)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
