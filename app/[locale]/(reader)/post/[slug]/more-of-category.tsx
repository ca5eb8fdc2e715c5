import { getTranslations } from 'next-intl/server';
import { ArticleList } from '@/components/list/ArticleList';
import { Continuation } from '@/components/list/Continuation.client';
import { continuationLabels } from '@/components/list/continuation-labels';
import listStyles from '@/components/list/ListPage.module.css';
import type { Article } from '@/lib/content/article';
import { page as categoryPage } from '@/lib/pages/category';
import { getCategoryStart } from '@/lib/publication/lists/lists';

/** Stories that follow an article before more are loaded: a page stays light until its end is near. */
const MORE = 2;

/** More stories of the article's category. */
export async function MoreOfCategory({ article }: { article: Article }) {
  const { locale, category, id } = article;
  const [start, labels, t] = await Promise.all([
    getCategoryStart(locale, category.slug),
    continuationLabels(locale),
    getTranslations({ locale, namespace: 'Article' }),
  ]);
  const others = start?.page.articles.filter((other) => other.id !== id) ?? [];
  if (!start || others.length === 0) return null;
  return (
    <section className={listStyles.after} aria-labelledby="more">
      <header>
        <h2 id="more">
          <a href={categoryPage.href({ locale, category: category.slug })}>
            {t('moreIn', { category: category.name })}
          </a>
        </h2>
        <p>{start.category.description}</p>
      </header>
      <ArticleList articles={others.slice(0, MORE)} hasCategory={false} />
      <Continuation
        locale={locale}
        category={category.slug}
        page={0}
        skip={MORE}
        pageCount={start.page.pageCount}
        excludeArticleId={id}
        labels={labels}
      />
    </section>
  );
}
