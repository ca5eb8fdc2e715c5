'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { NamedThing } from '@/lib/content/desk/desk';
import type { Locale } from '@/lib/i18n/locales';
import { ask } from '../ask';
import { Combobox } from '../ui/Combobox.client';

/** A filter by one author or one topic, found by name in any language. */
export function NameFilter({
  kind,
  label,
  locale,
  slug,
  onChange,
}: {
  kind: 'authors' | 'topics';
  label: string;
  locale: Locale;
  slug: string | null;
  onChange: (slug: string | null) => void;
}) {
  const t = useTranslations('NewsroomDesk');
  const { data } = useQuery({
    queryKey: ['names', kind, locale, 'of', slug],
    queryFn: ({ signal }) =>
      ask<NamedThing[]>(`names/${kind}?locale=${locale}&slugs=${slug ?? ''}`, signal),
    enabled: slug !== null,
    staleTime: Infinity,
  });
  return (
    <Combobox
      // A choice made outside the field remounts it.
      key={slug ?? ''}
      label={label}
      clearLabel={t('clearFilter', { filter: label })}
      emptyLabel={t('noName')}
      placeholder={t('any')}
      chosen={slug === null ? null : (data?.[0] ?? { slug, name: slug })}
      search={(text, signal) =>
        ask<NamedThing[]>(`names/${kind}?locale=${locale}&q=${encodeURIComponent(text)}`, signal)
      }
      onChoose={(thing) => onChange(thing?.slug ?? null)}
    />
  );
}
