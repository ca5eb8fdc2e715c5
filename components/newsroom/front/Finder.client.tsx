'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { NEWSROOM_API } from '@/lib/api-addresses';
import type { FrontCandidate } from '@/lib/content/desk/front';
import type { Locale } from '@/lib/i18n/locales';
import { formatShortDate, formatTime } from '@/lib/i18n/formats';
import controls from '../ui/controls.module.css';
import fields from '../ui/fields.module.css';
import table from '../ui/table.module.css';
import styles from './FrontDesk.module.css';
import type { Placed } from './places';

interface Choice {
  label: string;
  /** The button's accessible name as a full phrase, from the headline of a result. */
  name: (headline: string) => string;
  onChoose: (placed: Placed) => void;
}

/** Searches the articles of a front's language by words of the headline, with actions for each result. */
export function Finder({
  front,
  label,
  choices,
}: {
  front: Locale;
  label: string;
  /** The actions offered for each result. */
  choices: readonly Choice[];
}) {
  const t = useTranslations('FrontDesk');
  const words = useTranslations('Newsroom');
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['front', front, asked],
    enabled: asked.length > 1,
    queryFn: async ({ signal }): Promise<FrontCandidate[]> => {
      const answer = await fetch(
        `${NEWSROOM_API}fronts/${front}?${new URLSearchParams({ q: asked }).toString()}`,
        { signal },
      );
      if (!answer.ok) throw new Error(String(answer.status));
      return (await answer.json()) as FrontCandidate[];
    },
  });
  return (
    <div className={styles.finder}>
      <label className={fields.fields}>
        {label}
        <input
          type="search"
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {found.isError && (
        <p role="alert" className={controls.alert}>
          {t('notFound')}
        </p>
      )}
      {asked.length > 1 && found.data && (
        <ul className={table.rows} aria-label={t('results')}>
          {found.data.map(({ id, headline, status, publishedAt }) => (
            <li key={id}>
              <span>
                <span lang={front}>{headline}</span>
                <span className={controls.note}>
                  {' '}
                  {words(`status_${status}`)}
                  {publishedAt &&
                    ` · ${formatShortDate(publishedAt, front)} ${formatTime(publishedAt)}`}
                </span>
              </span>
              <span className={styles.moves}>
                {choices.map((choice) => (
                  <button
                    key={choice.label}
                    type="button"
                    aria-label={choice.name(headline)}
                    onClick={() => choice.onChoose({ articleId: id, headline })}
                  >
                    {choice.label}
                  </button>
                ))}
              </span>
            </li>
          ))}
          {found.data.length === 0 && <li>{t('none')}</li>}
        </ul>
      )}
    </div>
  );
}
