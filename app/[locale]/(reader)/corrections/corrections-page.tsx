import type { Metadata } from 'next';
import { cache } from 'react';
import { getTranslations } from 'next-intl/server';
import { CorrectionsPage } from '@/components/corrections/CorrectionsPage';
import { Frame } from '@/components/site/Frame';
import { StructuredData } from '@/components/site/StructuredData';
import type { Locale } from '@/lib/i18n/locales';
import { hrefsEverywhere } from '@/lib/pages/all/locales-of-page';
import { page as correctionsPage } from '@/lib/pages/corrections';
import { listCorrections } from '@/lib/publication/corrections';
import { addressOf } from '@/lib/syndication/site-address';
import { collectionData } from '@/lib/syndication/structured-data/list';
import { graphOf } from '@/lib/syndication/structured-data/page-data';
import { getNavigation } from '@/lib/publication/navigation';
import { absent, absentHead } from '../absent';
import { headOf } from '../address';

/** The head and the page need the same list: it is read once. */
const read = cache(async (locale: Locale, page: number | null) =>
  page === null ? null : listCorrections(locale, page),
);

/** The head of one page of corrections. */
export async function correctionsHead(locale: Locale, page: number | null): Promise<Metadata> {
  const listed = await read(locale, page);
  if (!listed) return absentHead(locale);
  const t = await getTranslations({ locale, namespace: 'Corrections' });
  const list = await getTranslations({ locale, namespace: 'List' });
  const isFirst = listed.page === 1;
  return headOf({
    locale,
    title: isFirst
      ? t('title')
      : list('pageTitle', { title: t('title'), page: String(listed.page) }),
    description: t('description'),
    page: correctionsPage,
    params: {},
    number: listed.page,
    feedTitle: t('title'),
  });
}

/** One page of corrections. */
export async function Corrections({ locale, page }: { locale: Locale; page: number | null }) {
  const listed = await read(locale, page);
  if (!listed) return absent(locale);
  const t = await getTranslations({ locale, namespace: 'Corrections' });
  const article = await getTranslations({ locale, namespace: 'Article' });
  const data = collectionData({
    locale,
    name: t('title'),
    description: t('description'),
    address: addressOf(correctionsPage.href({ locale }, listed.page)),
    articles: listed.corrections,
    home: article('home'),
  });
  return (
    <Frame
      locale={locale}
      categories={await getNavigation(locale)}
      translations={hrefsEverywhere(correctionsPage, {})}
      year={new Date().getFullYear()}
    >
      <StructuredData data={graphOf(data)} />
      <CorrectionsPage locale={locale} listed={listed} />
    </Frame>
  );
}
