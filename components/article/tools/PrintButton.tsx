import { Icon } from '../../theme/Icon';
import { printButton } from './PrintButton.attributes';
import styles from './Tools.module.css';

/** A button that prints the article. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      {...{ [printButton.button]: true }}
    >
      <Icon name="print" size={18} />
    </button>
  );
}
