import { Fragment } from 'react';
import type { AuthorRef } from '@/lib/content/article';
import type { Locale } from '@/lib/i18n/locales';
import { page as authorPage } from '@/lib/pages/author';

/** The authors in order, joined by the list format of the locale. */
export function Byline({ authors, locale }: { authors: readonly AuthorRef[]; locale: Locale }) {
  const parts = new Intl.ListFormat(locale).formatToParts(authors.map(({ name }) => name));
  let index = 0;
  return parts.map((part, position) => {
    if (part.type === 'literal') return <Fragment key={position}>{part.value}</Fragment>;
    const author = authors[index++];
    return (
      <a key={position} rel="author" href={authorPage.href({ locale, author: author?.slug ?? '' })}>
        {part.value}
      </a>
    );
  });
}
