import styles from './ListPage.module.css';

/** A short form of a URL for display: `social.example/@mara`. */
function nameOf(link: string): string {
  const { host, pathname } = new URL(link);
  return host.replace(/^www\./, '') + pathname.replace(/\/$/, '');
}

/** The heading of a list: the name and description of its category, topic or author. */
export function ListHeader({
  kind,
  title,
  description,
  links = [],
}: {
  kind?: string;
  title: string;
  description?: string | null;
  /** URLs of the author’s profiles on other sites. */
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
