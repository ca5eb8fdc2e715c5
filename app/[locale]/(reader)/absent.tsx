import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Frame } from '@/components/site/Frame';
import { MessagePage } from '@/components/site/MessagePage';
import type { Locale } from '@/lib/i18n/locales';
import { noteStatus } from '@/lib/page-tags';
import { page as frontPage } from '@/lib/pages/front';
import { getNewest } from '@/lib/publication/lists/newest';
import { getNavigation } from '@/lib/publication/navigation';
import { publication } from '@/publication.config';

/**
 * A complete page which states that something is missing or withdrawn, with the status 404 or 410.
 * @param translations - paths at which a withdrawn story can still be read
 */
export async function absent(
  locale: Locale,
  kind: 'missing' | 'withdrawn' = 'missing',
  translations: Partial<Record<Locale, string>> = {},
) {
  noteStatus(kind === 'missing' ? 404 : 410);
  // If the database does not answer, the page is shorter: that there is no such story stays true.
  const newest = await getNewest(locale).catch(() => []);
  return (
    <Frame
      locale={locale}
      categories={await getNavigation(locale)}
      isStory
      translations={{ [locale]: frontPage.href({ locale }), ...translations }}
      year={new Date().getFullYear()}
    >
      <MessagePage locale={locale} kind={kind} newest={newest} translations={translations} />
    </Frame>
  );
}

/** The head of such a page. */
export async function absentHead(
  locale: Locale,
  kind: 'missing' | 'withdrawn' = 'missing',
): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'MessagePage' });
  return { title: `${t(`${kind}Title`)} · ${publication.name}`, robots: { index: false } };
}
