import type { ArticleCard, PictureCrop } from '@/lib/content/article';
import { formatDay } from '@/lib/i18n/formats';
import { CardPicture } from '../media/CardPicture';
import styles from './Card.module.css';

export type CardSize = 'lead' | 'large' | 'medium' | 'small' | 'text';

export interface CardProps {
  card: ArticleCard;
  size: CardSize;
  /** Level of the headline under the page's own. */
  level?: 2 | 3;
  /** Where the list is of one category it goes without saying. */
  hasCategory?: boolean;
  hasStandfirst?: boolean;
  hasDate?: boolean;
  crop?: PictureCrop;
  isLead?: boolean;
}

const SIZES: Record<CardSize, string> = {
  lead: '(width >= 1000px) 700px, 100vw',
  large: '(width >= 768px) 50vw, 100vw',
  medium: '(width >= 768px) 290px, 50vw',
  small: '112px',
  text: '112px',
};

/** Letters from which a headline is set a size smaller, so that it keeps to four lines. */
const LONG = 70;

/** An article in a list. A missing picture leaves a card of words, which is meant to be one. */
export function Card({
  card,
  size,
  level = 3,
  hasCategory = true,
  hasStandfirst = false,
  hasDate = false,
  crop = '16x9',
  isLead = false,
}: CardProps) {
  const Headline = `h${level}` as const;
  const isPictured = card.image !== null && size !== 'text';
  const label = card.kicker ?? (hasCategory ? card.category.name : null);
  return (
    <article
      className={styles.card}
      data-size={size}
      data-words={isPictured ? undefined : ''}
      data-long={card.headline.length > LONG ? '' : undefined}
    >
      {isPictured && card.image && (
        <div className={styles.picture}>
          <CardPicture picture={card.image} crop={crop} sizes={SIZES[size]} isLead={isLead} />
        </div>
      )}
      <div className={styles.words}>
        {label && <p className={styles.label}>{label}</p>}
        <Headline className={styles.headline}>
          <a href={`/${card.locale}/post/${card.slug}`}>{card.headline}</a>
        </Headline>
        {hasStandfirst && card.standfirst && <p className={styles.standfirst}>{card.standfirst}</p>}
        {hasDate && (
          <p className={styles.date}>
            <time dateTime={card.publishedAt}>{formatDay(card.publishedAt, card.locale)}</time>
          </p>
        )}
      </div>
    </article>
  );
}
