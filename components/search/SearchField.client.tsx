'use client';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { IslandBoundary } from '../site/IslandBoundary.client';
import styles from './SearchOverlay.module.css';

const Suggestions = lazy(() => import('./Suggestions.client'));

/** The labels of the field; `{count}` is replaced with the number of suggestions. */
export interface SearchLabels {
  prompt: string;
  submit: string;
  suggestions: string;
  /** Shown when suggestions cannot be loaded. */
  failed: string;
}

/** Ids of elements; a page has only one search overlay. */
const FIELD = 'search-field';
const LIST = 'search-suggestions';

function Failed({ words }: { words: string }) {
  return (
    <p role="status" className={styles.failed}>
      {words}
    </p>
  );
}

/** The overlay's search field: a plain input until suggestions are needed; their code is fetched then. */
export function SearchField({ locale, labels }: { locale: Locale; labels: SearchLabels }) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState<string>();
  const [isExpanded, setIsExpanded] = useState(false);
  // Takes over text typed before hydration.
  useEffect(() => setText(field.current?.value ?? ''), []);
  return (
    <>
      <label htmlFor={FIELD}>{labels.prompt}</label>
      <div className={styles.field}>
        <input
          id={FIELD}
          name="q"
          type="text"
          enterKeyHint="search"
          ref={field}
          autoFocus
          autoComplete="off"
          maxLength={200}
          role="combobox"
          aria-expanded={isExpanded}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={active}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">{labels.submit}</button>
      </div>
      <IslandBoundary fallback={<Failed words={labels.failed} />}>
        <Suspense fallback={null}>
          {text.trim().length > 0 && (
            <Suggestions
              locale={locale}
              text={text}
              label={labels.prompt}
              said={labels.suggestions}
              failed={<Failed words={labels.failed} />}
              listId={LIST}
              field={field}
              onActive={setActive}
              onExpanded={setIsExpanded}
            />
          )}
        </Suspense>
      </IslandBoundary>
    </>
  );
}
