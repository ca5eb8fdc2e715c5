'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { NamedThing } from '@/lib/content/desk/desk';
import type { Locale } from '@/lib/i18n/locales';
import { ask } from '../ask';
import { send } from '../send';
import { Combobox } from '../ui/Combobox.client';
import controls from '../ui/controls.module.css';
import type { Choice } from '../ui/use-choices';
import { useSentence } from '../use-sentence';
import styles from './NameList.module.css';

/** The ordered list of an article's authors or topics: search by name, reorder, remove, create. */
export function NameList({
  kind,
  language,
  slugs,
  known,
  mayMake,
  isDisabled,
  onChange,
}: {
  kind: 'authors' | 'topics';
  /** The article's language: names are shown in it, and a new name is stored in it. */
  language: Locale;
  slugs: readonly string[];
  /** Names that are known when the panel opens. */
  known: readonly Choice[];
  mayMake: boolean;
  isDisabled: boolean;
  onChange: (slugs: string[]) => void;
}) {
  const t = useTranslations('NewsroomDetails');
  const sentence = useSentence();
  const [names, setNames] = useState(() => new Map(known.map(({ slug, name }) => [slug, name])));
  const [problem, setProblem] = useState<Error | null>(null);
  const unknown = slugs.filter((slug) => !names.has(slug)).join(',');
  // Another revision or another user's text may reference names that this page has not loaded.
  const met = useQuery({
    queryKey: ['names', kind, language, 'of', unknown],
    queryFn: ({ signal }) =>
      ask<NamedThing[]>(`names/${kind}?locale=${language}&slugs=${unknown}`, signal),
    enabled: unknown !== '',
    staleTime: Infinity,
  });
  const nameOf = (slug: string) =>
    names.get(slug) ?? met.data?.find((thing) => thing.slug === slug)?.name ?? slug;
  const add = ({ slug, name }: Choice) => {
    setProblem(null);
    setNames(new Map(names).set(slug, name));
    if (!slugs.includes(slug)) onChange([...slugs, slug]);
  };
  const make = (name: string) => {
    send('new/names', kind, { names: { [language]: name } }).then(add, setProblem);
  };
  return (
    <div className={styles.names}>
      {slugs.length > 0 && (
        <ChosenNames
          label={t(kind)}
          language={language}
          slugs={slugs}
          nameOf={nameOf}
          isDisabled={isDisabled}
          onChange={onChange}
        />
      )}
      <Combobox
        label={t(kind === 'authors' ? 'addAuthor' : 'addTopic')}
        emptyLabel={t('noName')}
        chosen={null}
        isEmptied
        isDisabled={isDisabled}
        search={async (text, signal) => {
          const found = await ask<NamedThing[]>(
            `names/${kind}?locale=${language}&q=${encodeURIComponent(text)}`,
            signal,
          );
          return found.filter(({ slug }) => !slugs.includes(slug));
        }}
        onChoose={(choice) => choice && add(choice)}
        offer={mayMake ? { label: (text) => t('make', { name: text }), onTake: make } : undefined}
      />
      <p role="alert" className={controls.alert}>
        {sentence(problem)}
      </p>
    </div>
  );
}

/** The names in their order, with the buttons that move one up or take it off. */
function ChosenNames({
  label,
  language,
  slugs,
  nameOf,
  isDisabled,
  onChange,
}: {
  label: string;
  language: Locale;
  slugs: readonly string[];
  nameOf: (slug: string) => string;
  isDisabled: boolean;
  onChange: (slugs: string[]) => void;
}) {
  const t = useTranslations('NewsroomDetails');
  const move = (from: number, to: number) => {
    const next = [...slugs];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    <ol className={styles.list} aria-label={label}>
      {slugs.map((slug, index) => {
        const name = nameOf(slug);
        return (
          <li key={slug}>
            <span lang={language}>{name}</span>
            <button
              type="button"
              aria-label={t('moveUp', { name })}
              disabled={isDisabled || index === 0}
              onClick={() => move(index, index - 1)}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={t('takeOff', { name })}
              disabled={isDisabled}
              onClick={() => onChange(slugs.filter((held) => held !== slug))}
            >
              ×
            </button>
          </li>
        );
      })}
    </ol>
  );
}
