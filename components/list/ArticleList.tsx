import type { ArticleCard } from '@/lib/content/article';
import { Card } from '../front/Card';
import styles from './ArticleList.module.css';

/** The `sizes` of a list's pictures: the first takes the full width, the others are beside their text. */
const WHOLE = '(width >= 1288px) 1240px, 100vw';
const BESIDE = '(width >= 768px) 260px, 100vw';

/** A vertical list of stories, as on category, topic and author pages. */
export function ArticleList({
  articles,
  hasCategory,
  isFirst = false,
}: {
  articles: readonly ArticleCard[];
  hasCategory: boolean;
  /** Whether the list is the first on its page: its first story is then large. */
  isFirst?: boolean;
}) {
  return (
    <ul className={styles.list} data-first={isFirst ? '' : undefined}>
      {articles.map((card, index) => (
        <li key={card.id}>
          <Card
            card={card}
            size={isFirst && index === 0 ? 'large' : 'medium'}
            level={2}
            crop={isFirst && index === 0 ? '16x9' : '4x3'}
            hasCategory={hasCategory}
            hasStandfirst
            hasDate
            isLead={isFirst && index === 0}
            sizes={isFirst && index === 0 ? WHOLE : BESIDE}
          />
        </li>
      ))}
    </ul>
  );
}
