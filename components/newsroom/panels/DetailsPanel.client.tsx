'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { WorkingArticle } from '@/lib/content/desk';
import type { Draft } from '@/lib/content/draft';
import type { Locale } from '@/lib/i18n/locales';
import { fromZonedField, toZonedField } from '@/lib/i18n/zoned-time';
import { publication } from '@/publication.config';
import { useDraft } from '../draft/DraftProvider.client';
import controls from '../ui/controls.module.css';
import fieldStyles from '../ui/fields.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';
import { Panel } from './Panel';
import { useCommand } from './use-command';

export interface Names {
  authors: readonly { slug: string; name: string }[];
  topics: readonly { slug: string; name: string }[];
}

const slugsIn = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** What is said of an article beside its text: byline, topics, address, category, search, embargo. */
export function DetailsPanel({
  locale,
  article,
  names,
}: {
  locale: Locale;
  article: WorkingArticle;
  names: Names;
}) {
  const t = useTranslations('Newsroom');
  const sentence = useSentence();
  const isReady = useReady();
  const { draft, change, mayWrite } = useDraft();
  const run = useCommand(article.id);
  const [slug, setSlug] = useState(article.slug);
  const [category, setCategory] = useState(article.category);
  const isBusy = run.isPending || !isReady;
  return (
    <Panel title={t('details')}>
      <fieldset
        className={`${fieldStyles.fields} ${fieldStyles.bare}`}
        disabled={!mayWrite || !isReady}
      >
        <SlugList
          label={t('authors')}
          known={t('known')}
          slugs={draft.authors}
          names={names.authors}
          onChange={(authors) => change({ authors })}
        />
        <SlugList
          label={t('topics')}
          known={t('known')}
          slugs={draft.topics}
          names={names.topics}
          onChange={(topics) => change({ topics })}
        />
        <label>
          {t('embargo')}
          <input
            type="datetime-local"
            defaultValue={draft.embargoUntil ? toZonedField(draft.embargoUntil) : ''}
            onChange={({ target }) => change({ embargoUntil: fromZonedField(target.value) })}
          />
        </label>
        <label>
          {t('seoTitle')}
          <input
            maxLength={300}
            lang={article.locale}
            value={draft.seoTitle ?? ''}
            onChange={({ target }) =>
              change({ seoTitle: target.value || null } satisfies Partial<Draft>)
            }
          />
        </label>
        <label>
          {t('seoDescription')}
          <textarea
            maxLength={1000}
            rows={2}
            lang={article.locale}
            value={draft.seoDescription ?? ''}
            onChange={({ target }) => change({ seoDescription: target.value || null })}
          />
        </label>
      </fieldset>
      <p role="alert" className={controls.alert}>
        {sentence(run.error)}
      </p>
      {article.verbs.includes('change-slug') && (
        <form
          className={fieldStyles.fields}
          onSubmit={(event) => {
            event.preventDefault();
            run.mutate({ name: 'change-slug', wish: { slug } });
          }}
        >
          <label>
            {t('slug')}
            <input
              required
              maxLength={120}
              value={slug}
              spellCheck={false}
              onChange={({ target }) => setSlug(target.value)}
            />
          </label>
          <button type="submit" disabled={isBusy}>
            {t('changeSlug')}
          </button>
        </form>
      )}
      {article.verbs.includes('move') && (
        <form
          className={fieldStyles.fields}
          onSubmit={(event) => {
            event.preventDefault();
            run.mutate({ name: 'move', wish: { category } });
          }}
        >
          <label>
            {t('category')}
            <select value={category} onChange={({ target }) => setCategory(target.value)}>
              {publication.categories.map(({ slug: key, names: labels }) => (
                <option key={key} value={key}>
                  {labels[locale]}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" disabled={isBusy}>
            {t('move')}
          </button>
        </form>
      )}
    </Panel>
  );
}

function SlugList({
  label,
  known,
  slugs,
  names,
  onChange,
}: {
  label: string;
  known: string;
  slugs: readonly string[];
  names: Names['authors'];
  onChange: (slugs: string[]) => void;
}) {
  return (
    <>
      <label>
        {label}
        <input
          defaultValue={slugs.join(', ')}
          spellCheck={false}
          onBlur={({ target }) => {
            const next = slugsIn(target.value);
            if (next.join() !== slugs.join()) onChange(next);
          }}
        />
      </label>
      <details>
        <summary>{known}</summary>
        <p>{names.map(({ slug, name }) => `${slug} (${name})`).join(', ')}</p>
      </details>
    </>
  );
}
