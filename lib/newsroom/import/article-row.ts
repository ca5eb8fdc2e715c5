/** The row of an imported article. */
import type { articles } from '../../db/schema/articles.ts';
import { textColumns } from '../text-columns.ts';
import type { ImportedArticle } from './imported-article.ts';
import type { StoryRow } from './import-stories.ts';

const leadOf = (imageId: string, image: ImportedArticle['frontMatter']['image']) => ({
  imageId,
  alt: image?.alt ?? '',
  caption: image?.caption ?? null,
  credit: image?.credit ?? null,
});

/** The row of an imported article. */
export function rowOf(
  article: ImportedArticle,
  story: StoryRow,
  slug: string,
): typeof articles.$inferInsert {
  const { frontMatter, body, imageId, sourceName, sourceHash } = article;
  const { image, seo } = frontMatter;
  return {
    storyId: story.id,
    categoryId: story.categoryId,
    locale: frontMatter.locale,
    status: frontMatter.status,
    slug,
    ...textColumns({
      headline: frontMatter.headline,
      standfirst: frontMatter.standfirst ?? null,
      kicker: frontMatter.kicker ?? null,
      body,
      image: imageId === null ? null : leadOf(imageId, image),
      seoTitle: seo.title ?? null,
      seoDescription: seo.description ?? null,
    }),
    publishedAt: frontMatter.publishedAt ?? null,
    updatedAt: frontMatter.updatedAt ?? null,
    embargoUntil: frontMatter.embargoUntil ?? null,
    sourceName,
    sourceHash,
    publishedVersion: frontMatter.status === 'published' ? 1 : null,
    changedAt: new Date(),
  };
}
