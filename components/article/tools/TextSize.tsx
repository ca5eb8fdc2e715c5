import { Spoken } from '../../ui/Spoken';
import { textSize } from './TextSize.attributes';
import styles from './Tools.module.css';

/** A− and A+: five sizes of the article's text, stored in the browser and announced to screen readers. */
export function TextSize({
  labels,
}: {
  labels: { smaller: string; larger: string; /** With {step} and {count}. */ said: string };
}) {
  const button = (by: -1 | 1, label: string, sign: string, className: string | undefined) => (
    <button
      type="button"
      className={styles.tool}
      title={label}
      {...{ [textSize.by]: by, [textSize.said]: labels.said }}
      suppressHydrationWarning
    >
      <span className={className}>{sign}</span>
      <span className="hidden-visually">{label}</span>
    </button>
  );
  return (
    <span className={styles.sizes}>
      {button(-1, labels.smaller, 'A−', styles.smaller)}
      {button(1, labels.larger, 'A+', styles.larger)}
      <Spoken role="status" className="hidden-visually" />
    </span>
  );
}
