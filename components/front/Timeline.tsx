import type { ArticleCard } from '@/lib/content/article';
import { formatShortDate, formatTime, formatZonedDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { page as articlePage } from '@/lib/pages/article';
import { Words } from '../text/Words';
import styles from './Timeline.module.css';

/** The newest stories with their times; the date is shown where it changes. */
export function Timeline({
  title,
  cards,
  locale,
}: {
  title: string;
  cards: readonly ArticleCard[];
  locale: Locale;
}) {
  const days = cards.map((card) => formatShortDate(card.publishedAt, locale));
  return (
    <section className={styles.timeline} aria-labelledby="newest">
      <h2 id="newest">{title}</h2>
      <ol>
        {cards.map((card, index) => (
          <li key={card.id}>
            <time dateTime={card.publishedAt} title={formatZonedDate(card.publishedAt, locale)}>
              {days[index] !== days[index - 1] && <span className={styles.day}>{days[index]}</span>}
              {formatTime(card.publishedAt)}
            </time>
            <a href={articlePage.href({ locale, slug: card.slug })}>
              <Words text={card.headline} locale={locale} />
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
