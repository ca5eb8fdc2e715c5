import type { ArticleCard, PictureCrop } from '@/lib/content/article';
import { formatDay } from '@/lib/i18n/formats';
import { page as articlePage } from '@/lib/pages/article';
import { CardPicture } from '../media/CardPicture';
import { Words } from '../text/Words';
import styles from './Card.module.css';

type CardSize = 'lead' | 'large' | 'medium' | 'small' | 'text';

export interface CardProps {
  card: ArticleCard;
  size: CardSize;
  /** Level of the headline's heading element, below the page's own heading. */
  level?: 2 | 3;
  /** False where the list has only one category: its name would be redundant. */
  hasCategory?: boolean;
  hasStandfirst?: boolean;
  hasDate?: boolean;
  crop?: PictureCrop;
  isLead?: boolean;
  /** The `sizes` attribute of the picture outside the front page. */
  sizes?: string;
}

/** The `sizes` attribute of pictures on the front page; it follows the grids in its style sheets. */
const SIZES: Record<CardSize, string> = {
  lead: '(width >= 1288px) 610px, (width >= 1100px) 50vw, 100vw',
  large: '(width >= 1288px) 610px, (width >= 600px) 60vw, 100vw',
  medium: '(width >= 1100px) 300px, (width >= 600px) 50vw, 100vw',
  small: '112px',
  text: '112px',
};

/** Headline length, in characters, above which the type is one size smaller, to fit four lines. */
const LONG = 70;

/** An article in a list. Without a picture it is a text card, which has its own design. */
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
          <a href={articlePage.href({ locale: card.locale, slug: card.slug })}>
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
