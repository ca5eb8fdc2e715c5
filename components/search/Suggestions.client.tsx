'use client';
import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useQuery,
} from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState, type ReactNode, type RefObject } from 'react';
import { suggestionsAddress } from '@/lib/api-addresses';
import type { Suggestion } from '@/lib/content/search-answer';
import type { Locale } from '@/lib/i18n/locales';
import { page as articlePage } from '@/lib/pages/article';
import styles from './SearchOverlay.module.css';

interface SuggestionsProps {
  locale: Locale;
  /** The text in the field, untrimmed. */
  text: string;
  label: string;
  /** Announces the number of suggestions; contains `{count}`. */
  said: string;
  /** Shown when the suggestions cannot be loaded. */
  failed: ReactNode;
  listId: string;
  field: RefObject<HTMLInputElement | null>;
  /** Called with the id of the suggestion selected by the arrow keys. */
  onActive: (id: string | undefined) => void;
  onExpanded: (isExpanded: boolean) => void;
}

const client = new QueryClient({
  // Offline, a request fails with a message instead of waiting silently.
  defaultOptions: { queries: { staleTime: 60_000, retry: 1, networkMode: 'always' } },
});
/** Minimum number of characters for suggestions. */
const SHORTEST = 2;
const NONE: Suggestion[] = [];

/** Headlines that contain the typed text: selected with the arrow keys, opened with Enter. */
export default function Suggestions(props: SuggestionsProps) {
  return (
    <QueryClientProvider client={client}>
      <List {...props} />
    </QueryClientProvider>
  );
}

function List({
  locale,
  text,
  label,
  said,
  failed,
  listId,
  field,
  onActive,
  onExpanded,
}: SuggestionsProps) {
  const asked = useDeferredValue(text.trim());
  const [chosen, setChosen] = useState({ asked: '', index: -1 });
  const { data: suggestions = NONE, isError } = useQuery({
    queryKey: ['suggestions', locale, asked],
    enabled: asked.length >= SHORTEST,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answer = await fetch(suggestionsAddress(locale, asked), {
        signal,
      });
      if (!answer.ok) throw new Error(`Suggestions answered ${answer.status}.`);
      return (await answer.json()) as Suggestion[];
    },
  });
  const shown = asked.length >= SHORTEST ? suggestions : NONE;
  // A different text has different suggestions: the selection is reset.
  const index = chosen.asked === asked ? chosen.index : -1;

  useEffect(() => onExpanded(shown.length > 0), [onExpanded, shown.length]);
  useEffect(
    () => onActive(shown[index] ? `${listId}-${index}` : undefined),
    [onActive, shown, index, listId],
  );
  useEffect(() => {
    const input = field.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0 && shown.length > 0) {
        event.preventDefault();
        const places = shown.length + 1;
        setChosen({ asked, index: ((index + 1 + step + places) % places) - 1 });
        return;
      }
      const suggestion = event.key === 'Enter' ? shown[index] : undefined;
      if (!suggestion) return;
      event.preventDefault();
      // Replaces the history entry of the open search, as the page script does.
      location.replace(articlePage.href({ locale, slug: suggestion.slug }));
    };
    input?.addEventListener('keydown', onKeyDown);
    return () => input?.removeEventListener('keydown', onKeyDown);
  }, [asked, field, index, locale, shown]);

  return (
    <>
      <ul id={listId} role="listbox" aria-label={label} className={styles.list}>
        {shown.map((suggestion, place) => (
          <li key={suggestion.slug} role="presentation">
            <a
              id={`${listId}-${place}`}
              role="option"
              aria-selected={place === index}
              href={articlePage.href({ locale, slug: suggestion.slug })}
              tabIndex={-1}
            >
              {suggestion.headline}
            </a>
          </li>
        ))}
      </ul>
      {isError && failed}
      <p role="status" className="hidden-visually">
        {asked.length >= SHORTEST ? said.replace('{count}', String(shown.length)) : ''}
      </p>
    </>
  );
}
