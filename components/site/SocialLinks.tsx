import { Icon } from '../theme/Icon';
import type { SocialLink } from './social-links';
import styles from './SocialLinks.module.css';

/** Icon links to the publication's profiles on other services. */
export function SocialLinks({ links, label }: { links: readonly SocialLink[]; label: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {links.map(({ name, href, icon }) => (
        <li key={name}>
          <a href={href} rel="noopener me" title={name} aria-label={name}>
            <Icon name={icon} size={18} />
          </a>
        </li>
      ))}
    </ul>
  );
}
