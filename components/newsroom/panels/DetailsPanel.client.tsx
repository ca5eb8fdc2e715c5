'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import { page as articlePage } from '@/lib/pages/article';
import type { Locale } from '@/lib/i18n/locales';
import { fromZonedField, toZonedField } from '@/lib/i18n/zoned-time';
import { categoriesIn } from '@/lib/content/categories';
import { publication } from '@/publication.config';
import { categorySlug } from '../category-slug';
import { useDraftActions, useDraftValue } from '../draft/DraftProvider.client';
import type { Choice } from '../ui/use-choices';
import controls from '../ui/controls.module.css';
import fields from '../ui/fields.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';
import { NameList } from './NameList.client';
import { Panel } from './Panel';
import { useCommand } from './use-command';

/** The authors and topics that an article references, and whether this user may create new ones. */
export interface Names {
  authors: readonly Choice[];
  topics: readonly Choice[];
  mayMake: boolean;
}

/** The article's metadata: byline, topics, embargo, category, URL. */
export function DetailsPanel({
  locale,
  article,
  names,
}: {
  locale: Locale;
  article: WorkingArticle;
  names: Names;
}) {
  const t = useTranslations('NewsroomDetails');
  const isReady = useReady();
  const { change, mayWrite } = useDraftActions();
  const authors = useDraftValue((draft) => draft.authors);
  const topics = useDraftValue((draft) => draft.topics);
  const embargoUntil = useDraftValue((draft) => draft.embargoUntil);
  const isDisabled = !mayWrite || !isReady;
  const shared = { language: article.locale, mayMake: names.mayMake, isDisabled };
  return (
    <Panel title={t('title')}>
      <NameList
        {...shared}
        kind="authors"
        slugs={authors}
        known={names.authors}
        onChange={(slugs) => change({ authors: slugs })}
      />
      <NameList
        {...shared}
        kind="topics"
        slugs={topics}
        known={names.topics}
        onChange={(slugs) => change({ topics: slugs })}
      />
      <div className={fields.fields}>
        <label>
          {t('embargo', { zone: publication.timeZone })}
          <input
            type="datetime-local"
            disabled={isDisabled}
            value={embargoUntil ? toZonedField(embargoUntil) : ''}
            onChange={({ target }) => change({ embargoUntil: fromZonedField(target.value) })}
          />
        </label>
      </div>
      {article.verbs.includes('move') && <CategoryForm locale={locale} article={article} />}
      {article.verbs.includes('change-slug') && <SlugForm article={article} />}
    </Panel>
  );
}

function CategoryForm({ locale, article }: { locale: Locale; article: WorkingArticle }) {
  const t = useTranslations('NewsroomDetails');
  const sentence = useSentence();
  const isReady = useReady();
  const run = useCommand(article.id);
  const [category, setCategory] = useState(categorySlug(article.category));
  return (
    <form
      className={fields.fields}
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate({ name: 'move', input: { category } });
      }}
    >
      <label>
        {t('category')}
        <select value={category} onChange={({ target }) => setCategory(categorySlug(target.value))}>
          {categoriesIn(locale).map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p role="alert" className={controls.alert}>
        {sentence(run.error)}
      </p>
      <button type="submit" disabled={run.isPending || !isReady || category === article.category}>
        {t('move')}
      </button>
    </form>
  );
}

function SlugForm({ article }: { article: WorkingArticle }) {
  const t = useTranslations('NewsroomDetails');
  const sentence = useSentence();
  const isReady = useReady();
  const run = useCommand(article.id);
  const [slug, setSlug] = useState(article.slug);
  const { formerSlugs } = article;
  return (
    <form
      className={fields.fields}
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate({ name: 'change-slug', input: { slug } });
      }}
    >
      <label>
        {t('slug', { before: articlePage.href({ locale: article.locale, slug: '' }) })}
        <input
          required
          maxLength={120}
          value={slug}
          spellCheck={false}
          autoCapitalize="none"
          onChange={({ target }) => setSlug(target.value)}
        />
      </label>
      {formerSlugs.length > 0 && (
        <div className={controls.note}>
          {t('formerSlugs')}
          <ul>
            {formerSlugs.map((former) => (
              <li key={former}>
                <button
                  type="button"
                  className={controls.plain}
                  onClick={() => setSlug(former)}
                  title={t('takeSlugBack')}
                >
                  {former}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p role="alert" className={controls.alert}>
        {sentence(run.error)}
      </p>
      <button type="submit" disabled={run.isPending || !isReady || slug === article.slug}>
        {t('changeSlug')}
      </button>
    </form>
  );
}
