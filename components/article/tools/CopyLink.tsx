import { Icon } from '../../theme/Icon';
import { Spoken } from '../../ui/Spoken';
import { copyLink } from './CopyLink.attributes';
import styles from './Tools.module.css';

/** A button that copies the article's URL; the page script does the copying and announces the result. */
export function CopyLink({ labels }: { labels: { copy: string; copied: string; failed: string } }) {
  return (
    <span className={styles.sizes}>
      <button
        type="button"
        className={styles.tool}
        aria-label={labels.copy}
        title={labels.copy}
        {...{
          [copyLink.button]: true,
          [copyLink.copied]: labels.copied,
          [copyLink.failed]: labels.failed,
        }}
      >
        <Icon name="link" size={18} />
      </button>
      <Spoken role="status" className={styles.said} />
    </span>
  );
}
