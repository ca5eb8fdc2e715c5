import type { ArticleCard, Category } from '@/lib/content/article';
import type { Locale } from '@/lib/i18n/locales';
import { page as categoryPage } from '@/lib/pages/category';
import { Card } from './Card';
import styles from './CategoryBlock.module.css';

/**
 * A category on the front page. The blocks alternate between four layouts: a large story with a list, four in
 * a row, two large with text cards below, a column of text cards.
 */
export function CategoryBlock({
  locale,
  block: { category, articles },
  rhythm,
  allOf,
}: {
  locale: Locale;
  block: { category: Category; articles: readonly ArticleCard[] };
  /** Layout of the block, from 0 to 3; 4 is a narrow column beside others. */
  rhythm: number;
  allOf: string;
}) {
  const id = `category-${category.slug}`;
  return (
    <section className={styles.block} aria-labelledby={id} data-rhythm={rhythm}>
      <div className={styles.head}>
        <h2 id={id}>
          <a href={categoryPage.href({ locale, category: category.slug })} title={allOf}>
            {category.name}
          </a>
        </h2>
        <p>{category.description}</p>
      </div>
      <div className={styles.cards}>{cardsOf(articles, rhythm)}</div>
    </section>
  );
}

function cardsOf(articles: readonly ArticleCard[], rhythm: number) {
  if (rhythm === 0) {
    const [first, ...rest] = articles;
    return (
      <>
        {first && <Card card={first} size="large" hasCategory={false} hasStandfirst />}
        <div className={styles.list}>
          {rest.map((card, index) => (
            <Card
              key={card.id}
              card={card}
              size={index < 2 ? 'small' : 'text'}
              crop="4x3"
              hasCategory={false}
              hasDate={index >= 2}
            />
          ))}
        </div>
      </>
    );
  }
  if (rhythm === 1) {
    return articles
      .slice(0, 4)
      .map((card) => <Card key={card.id} card={card} size="medium" hasCategory={false} hasDate />);
  }
  if (rhythm === 2) {
    return articles
      .slice(0, 5)
      .map((card, index) => (
        <Card
          key={card.id}
          card={card}
          size={index < 2 ? 'large' : 'text'}
          crop="4x3"
          hasCategory={false}
          hasDate={index >= 2}
        />
      ));
  }
  if (rhythm === 4) {
    return articles.map((card, index) => (
      <Card
        key={card.id}
        card={card}
        size={index === 0 ? 'medium' : 'text'}
        hasCategory={false}
        hasDate
      />
    ));
  }
  return articles.map((card) => (
    <Card key={card.id} card={card} size="text" hasCategory={false} hasStandfirst hasDate />
  ));
}
