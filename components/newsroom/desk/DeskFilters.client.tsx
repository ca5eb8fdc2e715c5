'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { DESK_ORDERS, type DeskQuery } from '@/lib/content/desk/desk';
import { LOCALE_LABELS, LOCALES, type Locale } from '@/lib/i18n/locales';
import fields from '../ui/fields.module.css';
import { NameFilter } from './NameFilter.client';
import styles from './Desk.module.css';
import type { AskDesk } from './use-desk-query';

/** Milliseconds after the last keystroke before a search starts. */
const PAUSE = 300;

/** The filters of the desk. Each change takes effect at once and is stored in the URL. */
export function DeskFilters({
  locale,
  query,
  ask,
  categories,
}: {
  locale: Locale;
  query: DeskQuery;
  ask: AskDesk;
  categories: readonly { slug: string; name: string }[];
}) {
  const t = useTranslations('NewsroomDesk');
  const words = useRef<HTMLInputElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { text } = query;

  // Back and the view links change the query without changing the field: copy the query into it.
  useEffect(() => {
    if (words.current && words.current.value.trim() !== text) words.current.value = text;
  }, [text]);

  const search = (value: string) => {
    clearTimeout(pause.current);
    if (value.trim() !== text) ask({ text: value.trim() }, text === '' ? 'push' : 'replace');
  };
  const choice = <Value extends string>(
    label: string,
    name: string,
    value: Value | null,
    options: readonly (readonly [Value, string])[],
    change: (value: Value | null) => void,
  ) => (
    <label>
      {label}
      <select
        name={name}
        value={value ?? ''}
        onChange={(event) =>
          change(options.find(([option]) => option === event.target.value)?.[0] ?? null)
        }
      >
        <option value="">{t('any')}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form
      role="search"
      className={`${fields.row} ${styles.filters}`}
      onSubmit={(event) => {
        event.preventDefault();
        search(words.current?.value ?? '');
      }}
    >
      <label className={fields.wide}>
        {t('words')}
        <input
          ref={words}
          name="q"
          type="search"
          defaultValue={text}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => {
            const { value } = event.target;
            clearTimeout(pause.current);
            pause.current = setTimeout(() => search(value), PAUSE);
          }}
        />
      </label>
      {choice(
        t('language'),
        'in',
        query.locale,
        LOCALES.map((other) => [other, LOCALE_LABELS[other].name] as const),
        (value) => ask({ locale: value }),
      )}
      {choice(
        t('category'),
        'category',
        query.category,
        categories.map(({ slug, name }) => [slug, name] as const),
        (value) => ask({ category: value }),
      )}
      <NameFilter
        kind="authors"
        label={t('author')}
        locale={locale}
        slug={query.author}
        onChange={(author) => ask({ author })}
      />
      <NameFilter
        kind="topics"
        label={t('topic')}
        locale={locale}
        slug={query.topic}
        onChange={(topic) => ask({ topic })}
      />
      <label>
        {t('order')}
        <select
          name="order"
          value={query.order}
          onChange={(event) =>
            ask({ order: DESK_ORDERS.find((order) => order === event.target.value) ?? 'changed' })
          }
        >
          {DESK_ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`order_${order}`)}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}
