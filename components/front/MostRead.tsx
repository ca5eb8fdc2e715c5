import type { ArticleCard } from '@/lib/content/article';
import { page as articlePage } from '@/lib/pages/article';
import { Words } from '../text/Words';
import styles from './MostRead.module.css';

export interface MostReadList {
  key: string;
  label: string;
  cards: readonly ArticleCard[];
}

/** Minimum number of stories that makes a list useful. */
const LEAST_CARDS = 5;

/**
 * The most read stories: numbered, one period at a time; the period is chosen without JavaScript.
 * @returns null if every list is empty
 */
export function MostRead({ title, lists }: { title: string; lists: readonly MostReadList[] }) {
  const shown = lists.filter(({ cards }) => cards.length > 0);
  if (shown.length === 0) return null;
  // A day with few views so far is less useful than the week.
  const first = Math.max(
    shown.findIndex(({ cards }) => cards.length >= LEAST_CARDS),
    0,
  );
  return (
    <section className={styles.mostRead} aria-labelledby="most-read">
      <h2 id="most-read">{title}</h2>
      <fieldset className={styles.periods}>
        <legend className="hidden-visually">{title}</legend>
        {shown.map(({ key, label }, index) => (
          <label key={key}>
            <input
              type="radio"
              name="most-read-period"
              defaultChecked={index === first}
              data-period={key}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {shown.map(({ key, cards }) => (
        <ol key={key} data-most-read={key}>
          {cards.map((card) => (
            <li key={card.id}>
              <a href={articlePage.href({ locale: card.locale, slug: card.slug })}>
                <Words text={card.headline} locale={card.locale} />
              </a>
            </li>
          ))}
        </ol>
      ))}
    </section>
  );
}
