import { Icon } from '../theme/Icon';
import styles from './Masthead.module.css';
import { themeToggle } from './ThemeToggle.attributes';

/** Switches the dark theme on and off. Until it is pressed, the page follows the system's setting. */
export function ThemeToggle({ label }: { label: string }) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-pressed={false}
      aria-label={label}
      title={label}
      {...{ [themeToggle.button]: true }}
      suppressHydrationWarning
    >
      <span className={styles.sun}>
        <Icon name="sun" />
      </span>
      <span className={styles.moon}>
        <Icon name="moon" />
      </span>
    </button>
  );
}
