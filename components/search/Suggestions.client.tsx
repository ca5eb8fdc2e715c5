'use client';
import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useQuery,
} from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState, type ReactNode, type RefObject } from 'react';
import type { Suggestion } from '@/lib/content/search-answer';
import type { Locale } from '@/lib/i18n/locales';
import styles from './SearchOverlay.module.css';

interface SuggestionsProps {
  locale: Locale;
  /** As it stands in the field. */
  text: string;
  label: string;
  /** How many there are, with `{count}`. */
  said: string;
  /** Shown when they do not come. */
  failed: ReactNode;
  listId: string;
  field: RefObject<HTMLInputElement | null>;
  /** Told the id of the suggestion that the arrow keys have reached. */
  onActive: (id: string | undefined) => void;
  onExpanded: (isExpanded: boolean) => void;
}

const client = new QueryClient({
  // Offline a question fails, which is said, and does not wait in silence.
  defaultOptions: { queries: { staleTime: 60_000, retry: 1, networkMode: 'always' } },
});
/** Letters from which on there is something to suggest. */
const SHORTEST = 2;
const NONE: Suggestion[] = [];

/** Headlines that hold what is being typed: reached by the arrow keys, opened by Enter. */
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
      const answer = await fetch(`/api/suggestions/${locale}?q=${encodeURIComponent(asked)}`, {
        signal,
      });
      if (!answer.ok) throw new Error(`Suggestions answered ${answer.status}.`);
      return (await answer.json()) as Suggestion[];
    },
  });
  const shown = asked.length >= SHORTEST ? suggestions : NONE;
  // Other words, other suggestions: the choice among them begins anew.
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
      // In place of the step that stands for the open search, as the page's own script does.
      location.replace(`/${locale}/post/${suggestion.slug}`);
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
              href={`/${locale}/post/${suggestion.slug}`}
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
