import { notFound } from 'next/navigation';
import { ArticlePage } from '@/components/article/ArticlePage';
import { Frame } from '@/components/site/Frame';
import { translationsOf } from '@/lib/pages/article';
import { getBreaking } from '@/lib/publication/breaking';
import { getRevision } from '@/lib/publication/get-revision';
import { articleAddress } from '@/lib/syndication/site-address';
import { getNavigation } from '@/lib/publication/navigation';
import { MoreOfCategory } from '../../../../../../(reader)/post/[slug]/more-of-category';
import { demandPreview } from '../version';

/** A revision as readers will see it, for the frame of the preview. */
export default async function Page(
  props: PageProps<'/[locale]/newsroom/article/[article]/preview/page'>,
) {
  const { article: working, version } = await demandPreview(props);
  const article = await getRevision(working.id, version);
  if (!article) notFound();
  const { locale, slug, category, translations } = article;
  return (
    <Frame
      locale={locale}
      categories={await getNavigation(locale)}
      translations={translationsOf(translations)}
      isStory
      current={category.slug}
      year={new Date().getFullYear()}
      breaking={await getBreaking(locale)}
    >
      <ArticlePage
        article={article}
        address={articleAddress(locale, slug)}
        more={<MoreOfCategory article={article} />}
        isPreview
      />
    </Frame>
  );
}
