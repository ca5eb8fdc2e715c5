import { createHash } from 'node:crypto';
import { COLOURS } from '../../../components/theme/look.ts';
import { publication } from '../../../publication.config.ts';
import type { ArticleCard } from '../../content/article.ts';
import type { Locale } from '../../i18n/locales.ts';

/** The content of a drawn card, which is used where there is no photograph. */
export interface ShareCard {
  /** An article's id, or the locale of a page that is no article. */
  subject: string;
  locale: Locale;
  /** Small text above: the subject of the text below. */
  kicker: string;
  text: string;
}

/** Version of the drawing: increased with each change, so that cards drawn before have another address. */
const DRAWING = 2;

/** Size of a card in pixels, as every service that shows shared links requires it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** The card of an article without a picture. */
export const articleCard = ({
  id,
  locale,
  kicker,
  category,
  headline,
}: Pick<ArticleCard, 'id' | 'locale' | 'kicker' | 'category' | 'headline'>): ShareCard => ({
  subject: String(id),
  locale,
  kicker: kicker ?? category.name,
  text: headline,
});

/** The card of pages that are not articles: it describes the publication. */
export const publicationCard = (locale: Locale): ShareCard => ({
  subject: locale,
  locale,
  kicker: '',
  text: publication.descriptions[locale],
});

/** The path of a card; it changes whenever the picture would change. */
export function cardPath(card: ShareCard): string {
  const key = createHash('sha256')
    .update(JSON.stringify([DRAWING, COLOURS, publication.name, card]))
    .digest('hex')
    .slice(0, 16);
  return `/media/cards/${card.subject}-${key}.png`;
}
