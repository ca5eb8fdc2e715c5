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
      <Choice
        label={t('language')}
        name="in"
        value={query.locale}
        options={LOCALES.map((other) => [other, LOCALE_LABELS[other].name] as const)}
        onChange={(value) => ask({ locale: value })}
      />
      <Choice
        label={t('category')}
        name="category"
        value={query.category}
        options={categories.map(({ slug, name }) => [slug, name] as const)}
        onChange={(value) => ask({ category: value })}
      />
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
      <Order value={query.order} onChange={(order) => ask({ order })} />
    </form>
  );
}

/** A select of one filter; its first option takes the filter away. */
function Choice<Value extends string>({
  label,
  name,
  value,
  options,
  onChange,
}: {
  label: string;
  name: string;
  value: Value | null;
  /** Values with their labels. */
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value | null) => void;
}) {
  const t = useTranslations('NewsroomDesk');
  return (
    <label>
      {label}
      <select
        name={name}
        value={value ?? ''}
        onChange={(event) =>
          onChange(options.find(([option]) => option === event.target.value)?.[0] ?? null)
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
}

/** The order of the rows. */
function Order({
  value,
  onChange,
}: {
  value: DeskQuery['order'];
  onChange: (order: DeskQuery['order']) => void;
}) {
  const t = useTranslations('NewsroomDesk');
  return (
    <label>
      {t('order')}
      <select
        name="order"
        value={value}
        onChange={(event) =>
          onChange(DESK_ORDERS.find((order) => order === event.target.value) ?? 'changed')
        }
      >
        {DESK_ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`order_${order}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
