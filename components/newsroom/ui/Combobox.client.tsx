'use client';
import { useQuery } from '@tanstack/react-query';
import { useCombobox } from 'downshift';
import { useId, useState } from 'react';
import styles from './Combobox.module.css';

export interface Choice {
  slug: string;
  name: string;
  /** Distinguishes it from another item of the same name. */
  detail?: string;
}

/** An extra entry after the results, which creates an item from the typed text. */
interface Offer {
  label: (text: string) => string;
  onTake: (text: string) => void;
}

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
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const asked = text ?? '';
  const [isOpen, setIsOpen] = useState(false);
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['combobox', id, asked],
    queryFn: ({ signal }) => search(asked, signal),
    enabled: isOpen,
    staleTime: 30_000,
    placeholderData: (before) => before,
  });
  const isOffered = offer !== undefined && asked.trim() !== '';
  const items: (Choice | null)[] = isOffered ? [...found, null] : found;
  const box = useCombobox<Choice | null>({
    id,
    items,
    selectedItem: chosen,
    inputValue: text ?? chosen?.name ?? '',
    isOpen,
    itemToString: (choice) => choice?.name ?? '',
    onIsOpenChange: (change) => {
      setIsOpen(change.isOpen);
      if (!change.isOpen) setText(null);
    },
    onInputValueChange: ({ inputValue, type }) => {
      if (type === useCombobox.stateChangeTypes.InputChange) setText(inputValue);
    },
    stateReducer: (_state, { type, changes }) =>
      // Typed text without a choice does not count as one.
      type === useCombobox.stateChangeTypes.InputBlur
        ? { ...changes, selectedItem: chosen, inputValue: chosen?.name ?? '' }
        : changes,
    onStateChange: ({ type, selectedItem }) => {
      const { ItemClick, InputKeyDownEnter } = useCombobox.stateChangeTypes;
      if (type !== ItemClick && type !== InputKeyDownEnter) return;
      if (selectedItem) onChoose(selectedItem);
      else if (isOffered) offer.onTake(asked.trim());
      setText(isEmptied ? '' : null);
      setIsOpen(false);
    },
  });
  return (
    <div className={styles.combobox}>
      <label {...box.getLabelProps()}>{label}</label>
      <div className={styles.field}>
        <input
          {...box.getInputProps({ disabled: isDisabled, placeholder, autoComplete: 'off' })}
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
              {choice ? choice.name : offer?.label(asked.trim())}
              {choice?.detail && <small>{choice.detail}</small>}
            </li>
          ))}
      </ul>
    </div>
  );
}
