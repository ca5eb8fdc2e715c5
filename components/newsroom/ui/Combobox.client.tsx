'use client';
import styles from './Combobox.module.css';
import { useChoices, type Choice, type Offer } from './use-choices';

/**
 * A search field with suggestions: the ARIA combobox pattern with a listbox, by downshift.
 * @param search - returns the matching items; called with the empty text when the list opens
 */
export function Combobox({
  label,
  clearLabel,
  emptyLabel,
  placeholder,
  chosen,
  search,
  onChoose,
  offer,
  isDisabled = false,
  isEmptied = false,
}: {
  label: string;
  clearLabel?: string;
  emptyLabel: string;
  placeholder?: string;
  chosen: Choice | null;
  search: (text: string, signal: AbortSignal) => Promise<Choice[]>;
  onChoose: (choice: Choice | null) => void;
  offer?: Offer | undefined;
  isDisabled?: boolean;
  /** Clears the field after each choice: for a list to which items are added. */
  isEmptied?: boolean;
}) {
  const { box, items, isOpen, isFetching, typed, onType } = useChoices({
    chosen,
    search,
    onChoose,
    offer,
    isEmptied,
  });
  return (
    <div className={styles.combobox}>
      <label {...box.getLabelProps()}>{label}</label>
      <div className={styles.field}>
        <input
          {...box.getInputProps({
            disabled: isDisabled,
            placeholder,
            autoComplete: 'off',
            onChange: onType,
          })}
          maxLength={120}
        />
        {chosen && clearLabel && (
          <button
            type="button"
            className={styles.clear}
            aria-label={clearLabel}
            onClick={() => onChoose(null)}
          >
            <span aria-hidden="true">×</span>
          </button>
        )}
      </div>
      <ul {...box.getMenuProps()} className={styles.list} hidden={!isOpen} aria-busy={isFetching}>
        {isOpen && items.length === 0 && !isFetching && (
          <li className={styles.none}>{emptyLabel}</li>
        )}
        {isOpen &&
          items.map((choice, index) => (
            <li
              key={choice?.slug ?? ''}
              {...box.getItemProps({ item: choice, index })}
              data-active={box.highlightedIndex === index || undefined}
            >
              {choice ? choice.name : offer?.label(typed)}
              {choice?.detail && <small>{choice.detail}</small>}
            </li>
          ))}
      </ul>
    </div>
  );
}
