import type { MarkedText, SearchAnswer } from '@/lib/content/search-answer';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { page as articlePage } from '@/lib/pages/article';
import { CardPicture } from '../media/CardPicture';
import styles from './SearchPage.module.css';

function Marked({ pieces }: { pieces: MarkedText }) {
  return pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}

/** The stories that a search found, with the words of the query marked. */
export function SearchHits({ locale, hits }: { locale: Locale; hits: SearchAnswer['hits'] }) {
  return (
    <ol className={styles.hits}>
      {hits.map(({ article, headline, excerpt }) => (
        <li key={article.id}>
          <article>
            <div>
              <p className={styles.facts}>
                {article.category.name}
                <time dateTime={article.publishedAt}>{formatDay(article.publishedAt, locale)}</time>
              </p>
              <h2>
                <a href={articlePage.href({ locale, slug: article.slug })}>
                  <Marked pieces={headline} />
                </a>
              </h2>
              <p>
                <Marked pieces={excerpt} />
              </p>
            </div>
            {article.image && <CardPicture picture={article.image} crop="4x3" sizes="160px" />}
          </article>
        </li>
      ))}
    </ol>
  );
}
