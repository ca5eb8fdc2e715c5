import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { getTranslations } from 'next-intl/server';
import { ArticlePage } from '@/components/article/ArticlePage';
import { ArticleList } from '@/components/list/ArticleList';
import { Continuation } from '@/components/list/Continuation.client';
import { continuationLabels } from '@/components/list/continuation-labels';
import listStyles from '@/components/list/ListPage.module.css';
import { Frame } from '@/components/site/Frame';
import { StructuredData } from '@/components/site/StructuredData';
import type { Article } from '@/lib/content/article';
import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { getBreaking } from '@/lib/publication/breaking';
import { getArticle } from '@/lib/publication/get-article';
import { getCategoryStart } from '@/lib/publication/lists';
import { articleCard } from '@/lib/syndication/share-card/card';
import { articleAddress, authorAddress } from '@/lib/syndication/site-address';
import { articleData, descriptionOf } from '@/lib/syndication/structured-data/article';
import { graphOf } from '@/lib/syndication/structured-data/page-data';
import { absent, absentHead } from '../../absent';
import { drawnCard, headOf, localeOf, photographOf } from '../../address';

export const dynamic = 'force-dynamic';

/** The head and the page ask for the same article: it is read once. */
const readArticle = cache((locale: Locale, slug: string) => getArticle(locale, slug));

const pathOf = (locale: Locale, slug: string) => `/${locale}/post/${slug}`;

const pathsOf = (article: Article): Partial<Record<Locale, string>> =>
  Object.fromEntries(
    article.translations.map(({ locale, slug }) => [locale, pathOf(locale, slug)]),
  );

async function read(params: PageProps<'/[locale]/post/[slug]'>['params']) {
  const { locale: segment, slug } = await params;
  const locale = localeOf(segment);
  return { locale, answer: await readArticle(locale, decodeURIComponent(slug)) };
}

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/post/[slug]'>): Promise<Metadata> {
  const { locale, answer } = await read(params);
  if (answer.kind === 'moved') return {};
  if (answer.kind !== 'article') return absentHead(locale, answer.kind);
  const { article } = answer;
  const { headline, seo, publishedAt, updatedAt } = article;
  return headOf({
    locale,
    title: seo.title ?? headline,
    description: seo.description ?? descriptionOf(article),
    path: pathOf(locale, article.slug),
    translations: pathsOf(article),
    image: photographOf([article]) ?? drawnCard(articleCard(article)),
    article: {
      publishedTime: formatMoment(publishedAt),
      modifiedTime: formatMoment(updatedAt ?? publishedAt),
      section: article.category.name,
      tags: article.topics.map(({ name }) => name),
      authors: article.authors.map((author) => authorAddress(locale, author.slug)),
    },
  });
}

export default async function Page({ params }: PageProps<'/[locale]/post/[slug]'>) {
  const { locale, answer } = await read(params);
  if (answer.kind === 'moved') permanentRedirect(pathOf(locale, answer.slug));
  if (answer.kind !== 'article') return absent(locale, answer.kind);
  const { article } = answer;
  const t = await getTranslations({ locale, namespace: 'Article' });
  const breaking = await getBreaking(locale);
  return (
    <Frame
      locale={locale}
      translations={pathsOf(article)}
      current={article.category.slug}
      year={new Date().getFullYear()}
      // Whoever reads the story need not be told of it.
      breaking={breaking?.article?.id === article.id ? null : breaking}
    >
      <StructuredData data={graphOf(articleData(article, t('home')))} />
      <ArticlePage
        article={article}
        address={articleAddress(locale, article.slug)}
        more={<MoreOfCategory article={article} />}
      />
    </Frame>
  );
}

/** Stories that follow an article before more are asked for: a page is light until its end is near. */
const MORE = 2;

/** The article's category with more of its stories. */
async function MoreOfCategory({ article }: { article: Article }) {
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
          <a href={`/${locale}/category/${category.slug}`}>
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
