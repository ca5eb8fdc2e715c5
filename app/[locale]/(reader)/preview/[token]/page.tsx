import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ArticlePage } from '@/components/article/ArticlePage';
import { DraftBanner } from '@/components/newsroom/DraftBanner';
import { Frame } from '@/components/site/Frame';
import { openPreview } from '@/lib/newsroom/preview-links';
import { isRendering } from '@/lib/page-tags';
import { translationsOf } from '@/lib/pages/article';
import { getRevision } from '@/lib/publication/get-revision';
import { articleAddress } from '@/lib/syndication/site-address';
import { getNavigation } from '@/lib/publication/navigation';
import { absent } from '../../absent';
import { localeOf } from '../../address';
import { MoreOfCategory } from '../../post/[slug]/more-of-category';

/**
 * Rendered for each request and never cached; a person with the link can read one article and nothing else.
 */
export const dynamic = 'force-dynamic';

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/preview/[token]'>): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: localeOf(locale), namespace: 'Draft' });
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

export default async function Page({ params }: PageProps<'/[locale]/preview/[token]'>) {
  const { locale: segment, token } = await params;
  if (isRendering()) notFound();
  const link = await openPreview(token);
  const article = link && (await getRevision(link.articleId, link.version));
  // The page of any address that does not exist: it does not reveal why a token is wrong.
  if (!article || article.locale !== localeOf(segment)) return absent(localeOf(segment));
  const { locale, slug, category } = article;
  return (
    <Frame
      locale={locale}
      categories={await getNavigation(locale)}
      translations={translationsOf(article.translations)}
      isStory
      current={category.slug}
      year={new Date().getFullYear()}
    >
      <DraftBanner locale={locale} />
      <ArticlePage
        article={article}
        address={articleAddress(locale, slug)}
        more={<MoreOfCategory article={article} />}
        isPreview
      />
    </Frame>
  );
}
