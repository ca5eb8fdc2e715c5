import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { CategoryRef } from '@/lib/content/article';
import type { BreakingLine as Line } from '@/lib/content/desk/front';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { hrefsEverywhere } from '@/lib/pages/all/locales-of-page';
import { page as frontPage } from '@/lib/pages/front';
import { publication } from '@/publication.config';
import { hydrated } from '../runtime/Hydrated.attributes';
import { Hydrated } from '../runtime/Hydrated.client';
import { BreakingLine } from './BreakingLine';
import { Footer } from './Footer';
import type { LocaleTarget } from './LocaleSwitcher';
import { Spoken } from '../ui/Spoken';
import styles from './Frame.module.css';
import { Masthead } from './Masthead';

/** The frame of every page for readers: masthead, footer and notices. */
export async function Frame({
  locale,
  translations = hrefsEverywhere(frontPage, {}),
  isStory = false,
  categories,
  current = null,
  year,
  breaking = null,
  children,
}: {
  locale: Locale;
  /** The page's path in each locale that has it; the front's by default. */
  translations?: Partial<Record<Locale, string>>;
  /** Whether the language switcher refers to a story or, otherwise, to a page. */
  isStory?: boolean;
  /** The categories in the navigation. */
  categories: readonly CategoryRef[];
  current?: string | null;
  year: number;
  /** The breaking-news line, on pages that show it. */
  breaking?: Line | null;
  children: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: 'Masthead' });
  const targetOf = (other: Locale): LocaleTarget => {
    const href = translations[other];
    return href
      ? { href, isSame: true }
      : { href: frontPage.href({ locale: other }), isSame: false };
  };
  const targets = Object.fromEntries(LOCALES.map((other) => [other, targetOf(other)])) as Record<
    Locale,
    LocaleTarget
  >;
  return (
    <>
      <a className="skip-link" href="#text">
        {t('skip')}
      </a>
      <Masthead
        locale={locale}
        targets={targets}
        isStory={isStory}
        categories={categories}
        current={current}
      />
      {breaking && <BreakingLine locale={locale} line={breaking} />}
      <p data-print-only>{publication.name}</p>
      <main id="text" tabIndex={-1}>
        {children}
      </main>
      <Footer locale={locale} categories={categories} year={year} />
      <Spoken role="status" className={styles.late} {...{ [hydrated.late]: t('late') }} />
      <Hydrated />
    </>
  );
}
