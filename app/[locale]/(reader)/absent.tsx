import { Frame } from '@/components/site/Frame';
import { MessagePage } from '@/components/site/MessagePage';
import type { Locale } from '@/lib/i18n/locales';
import { noteStatus } from '@/lib/page-tags';

/** A whole page that says that something is missing or withdrawn, under the status that goes with it. */
export function absent(locale: Locale, kind: 'missing' | 'withdrawn' = 'missing') {
  noteStatus(kind === 'missing' ? 404 : 410);
  return (
    <Frame locale={locale} translations={{}} year={new Date().getFullYear()}>
      <MessagePage locale={locale} kind={kind} />
    </Frame>
  );
}

/** The head of such a page. */
export const absentHead = { robots: { index: false } } as const;
