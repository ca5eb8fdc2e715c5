import type { getTranslations } from 'next-intl/server';
import type { Picture } from '@/lib/content/article';

/** What the component of a kind of block gets: `blocks/<Name>.tsx` exports it as `ArticleBlock`. */
export interface ArticleBlockProps<Node> {
  node: Node;
  /** The pictures that the body shows, by id; a missing one has no file. */
  pictures: Record<string, Picture>;
  /** The words of an article's page. */
  t: Awaited<ReturnType<typeof getTranslations<'Article'>>>;
}
