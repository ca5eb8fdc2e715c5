'use client';
import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useQuery,
} from '@tanstack/react-query';
import {
  useDeferredValue,
  useEffect,
  useId,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { Suggestion } from '@/lib/content/search-answer';
import type { Locale } from '@/lib/i18n/locales';
import type { SearchLabels } from './search-labels';
import styles from './SearchOverlay.module.css';

interface OverlayProps {
  locale: Locale;
  labels: SearchLabels;
  onClose: () => void;
}

const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000, retry: 1 } } });

/** The search over the whole page. Esc, Back and its button close it; focus goes back to where it was. */
export default function SearchOverlay(props: OverlayProps) {
  return (
    <QueryClientProvider client={client}>
      <Overlay {...props} />
    </QueryClientProvider>
  );
}

/** Tab goes round: past the last field of a dialog the browser would go on to its own bars. */
function keepFocusInside(event: KeyboardEvent<HTMLDialogElement>) {
  if (event.key !== 'Tab') return;
  const places = event.currentTarget.querySelectorAll<HTMLElement>('button, input');
  const [first, last] = [places[0], places[places.length - 1]];
  const [from, to] = event.shiftKey ? [first, last] : [last, first];
  if (event.target !== from) return;
  event.preventDefault();
  to?.focus();
}

function Overlay({ locale, labels, onClose }: OverlayProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(-1);
  const listId = useId();
  const asked = useDeferredValue(text.trim());
  const { data: suggestions = [] } = useQuery({
    queryKey: ['suggestions', locale, asked],
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/api/suggestions/${locale}?q=${encodeURIComponent(asked)}`, {
        signal,
      });
      if (!answer.ok) throw new Error(`Suggestions answered ${answer.status}.`);
      return (await answer.json()) as Suggestion[];
    },
  });
  const shown = asked.length >= 2 ? suggestions : [];

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    field.current?.focus();
    // One step back closes the search, as a phone's button would.
    history.pushState({ search: true }, '');
    const onBack = () => element?.close();
    addEventListener('popstate', onBack);
    return () => {
      removeEventListener('popstate', onBack);
      element?.close();
    };
  }, []);

  const onClosed = () => {
    if ((history.state as { search?: boolean } | null)?.search) history.back();
    onClose();
  };
  // In place of the step that stands for the open search: Back from there leads to the page, not to a step in which nothing is seen to happen.
  const leaveFor = (address: string) => location.replace(address);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    leaveFor(`/${locale}/search?q=${encodeURIComponent(text)}`);
  };
  const onFollow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    leaveFor(event.currentTarget.href);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + shown.length + 1) % (shown.length + 1));
      return;
    }
    const suggestion = event.key === 'Enter' ? shown[chosen] : undefined;
    if (!suggestion) return;
    event.preventDefault();
    leaveFor(`/${locale}/post/${suggestion.slug}`);
  };

  return (
    <dialog
      ref={dialog}
      className={styles.overlay}
      aria-label={labels.prompt}
      onClose={onClosed}
      onKeyDown={keepFocusInside}
    >
      <button type="button" className={styles.close} onClick={() => dialog.current?.close()}>
        {labels.close}
      </button>
      <form action={`/${locale}/search`} role="search" className={styles.form} onSubmit={onSubmit}>
        <label htmlFor={`${listId}-q`}>{labels.prompt}</label>
        <div className={styles.field}>
          <input
            id={`${listId}-q`}
            name="q"
            type="text"
            enterKeyHint="search"
            ref={field}
            autoComplete="off"
            maxLength={200}
            value={text}
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={shown[chosen] ? `${listId}-${chosen}` : undefined}
            onChange={(event) => {
              setText(event.target.value);
              setChosen(-1);
            }}
            onKeyDown={onKeyDown}
          />
          <button type="submit">{labels.submit}</button>
        </div>
      </form>
      <ul id={listId} role="listbox" aria-label={labels.prompt} className={styles.list}>
        {shown.map((suggestion, index) => (
          <li key={suggestion.slug} role="presentation">
            <a
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              href={`/${locale}/post/${suggestion.slug}`}
              tabIndex={-1}
              onClick={onFollow}
            >
              {suggestion.headline}
            </a>
          </li>
        ))}
      </ul>
      <p role="status" className="hidden-visually">
        {asked.length >= 2 ? labels.suggestions.replace('{count}', String(shown.length)) : ''}
      </p>
    </dialog>
  );
}
