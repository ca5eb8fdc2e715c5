import { useQuery } from '@tanstack/react-query';
import { useCombobox } from 'downshift';
import { useId, useState } from 'react';

export interface Choice {
  slug: string;
  name: string;
  /** Distinguishes it from another item of the same name. */
  detail?: string;
}

/** An extra entry after the results, which creates an item from the typed text. */
export interface Offer {
  label: (text: string) => string;
  onTake: (text: string) => void;
}

/**
 * The state of a combobox: what is typed, the items that the search returns for it, and the choice among them.
 * @returns `box` with the properties of the elements, by downshift; `typed`, the text without outer spaces; `onType`, for the field's changes
 */
export function useChoices({
  chosen,
  search,
  onChoose,
  offer,
  isEmptied,
}: {
  chosen: Choice | null;
  search: (text: string, signal: AbortSignal) => Promise<Choice[]>;
  onChoose: (choice: Choice | null) => void;
  offer: Offer | undefined;
  /** Clears the field after each choice. */
  isEmptied: boolean;
}) {
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const asked = text ?? '';
  const typed = asked.trim();
  const [isOpen, setIsOpen] = useState(false);
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['combobox', id, asked],
    queryFn: ({ signal }) => search(asked, signal),
    enabled: isOpen,
    staleTime: 30_000,
    placeholderData: (before) => before,
  });
  const isOffered = offer !== undefined && typed !== '';
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
    stateReducer: (_state, { type, changes }) =>
      // Typed text without a choice does not count as one.
      type === useCombobox.stateChangeTypes.InputBlur
        ? { ...changes, selectedItem: chosen, inputValue: chosen?.name ?? '' }
        : changes,
    onStateChange: ({ type, selectedItem }) => {
      const { ItemClick, InputKeyDownEnter } = useCombobox.stateChangeTypes;
      if (type !== ItemClick && type !== InputKeyDownEnter) return;
      if (selectedItem) onChoose(selectedItem);
      else if (isOffered) offer.onTake(typed);
      setText(isEmptied ? '' : null);
      setIsOpen(false);
    },
  });
  return {
    box,
    items,
    isOpen,
    isFetching,
    typed,
    // Downshift reports a change after the field is rendered again: a key pressed before would replace the
    // letter that was typed, not follow it. So the field's own event is listened to.
    onType: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      setText(currentTarget.value),
  };
}
