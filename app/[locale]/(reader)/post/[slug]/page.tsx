import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { getTranslations } from 'next-intl/server';
import { ArticlePage } from '@/components/article/ArticlePage';
import { Frame } from '@/components/site/Frame';
import { StructuredData } from '@/components/site/StructuredData';
import { descriptionOf } from '@/lib/content/description';
import { formatMoment } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { page as articlePage, translationsOf } from '@/lib/pages/article';
import { getBreaking } from '@/lib/publication/breaking';
import { getArticle } from '@/lib/publication/get-article';
import { articleCard } from '@/lib/syndication/share-card/card';
import { articleAddress, authorAddress } from '@/lib/syndication/site-address';
import { articleData } from '@/lib/syndication/structured-data/article';
import { graphOf } from '@/lib/syndication/structured-data/page-data';
import { getNavigation } from '@/lib/publication/navigation';
import { absent, absentHead } from '../../absent';
import { drawnCard, headOf, localeOf, photographOf } from '../../address';
import { MoreOfCategory } from './more-of-category';

export const dynamic = 'force-dynamic';

/** The head and the page need the same article: it is read once. */
const readArticle = cache((locale: Locale, slug: string) => getArticle(locale, slug));

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
    page: articlePage,
    params: { slug: article.slug },
    translations: translationsOf(article.translations),
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
  if (answer.kind === 'moved') permanentRedirect(articlePage.href({ locale, slug: answer.slug }));
  if (answer.kind === 'withdrawn')
    return absent(locale, 'withdrawn', translationsOf(answer.translations));
  if (answer.kind !== 'article') return absent(locale);
  const { article } = answer;
  const t = await getTranslations({ locale, namespace: 'Article' });
  const breaking = await getBreaking(locale);
  return (
    <Frame
      locale={locale}
      categories={await getNavigation(locale)}
      translations={translationsOf(article.translations)}
      isStory
      current={article.category.slug}
      year={new Date().getFullYear()}
      // The breaking-news line is not shown on the page of its own story.
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
