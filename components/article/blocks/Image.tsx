import type { ImageNode } from '@/lib/content/body/body';
import { Figure } from '../Figure';
import type { ArticleBlockProps } from '../article-block';

export const ArticleBlock = ({ node, pictures, t }: ArticleBlockProps<ImageNode>) => (
  <Figure image={node} picture={pictures[node.attrs.imageId]} credit={t('credit')} />
);
