import type { ArticleCard, PictureCrop } from '@/lib/content/article';
import { formatDay } from '@/lib/i18n/formats';
import { CardPicture } from '../media/CardPicture';
import { Words } from '../text/Words';
import styles from './Card.module.css';

type CardSize = 'lead' | 'large' | 'medium' | 'small' | 'text';

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
  /** How wide the picture is drawn elsewhere, as the `sizes` attribute has it. */
  sizes?: string;
}

/** How wide a picture is drawn on the front; see the grids of its style sheets. */
const SIZES: Record<CardSize, string> = {
  lead: '(width >= 1288px) 610px, (width >= 1100px) 50vw, 100vw',
  large: '(width >= 1288px) 610px, (width >= 600px) 60vw, 100vw',
  medium: '(width >= 1100px) 300px, (width >= 600px) 50vw, 100vw',
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
  sizes = SIZES[size],
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
          <CardPicture picture={card.image} crop={crop} sizes={sizes} isLead={isLead} />
        </div>
      )}
      <div className={styles.words}>
        {label && (
          <p className={styles.label} data-kicker={card.kicker === null ? undefined : ''}>
            {label}
          </p>
        )}
        <Headline className={styles.headline}>
          <a href={`/${card.locale}/post/${card.slug}`}>
            <Words text={card.headline} locale={card.locale} />
          </a>
        </Headline>
        {hasStandfirst && card.standfirst && (
          <p className={styles.standfirst}>
            <Words text={card.standfirst} locale={card.locale} />
          </p>
        )}
        {hasDate && (
          <p className={styles.date}>
            <time dateTime={card.publishedAt}>{formatDay(card.publishedAt, card.locale)}</time>
          </p>
        )}
      </div>
    </article>
  );
}
