import type { Gallery } from '@/lib/content/blocks/gallery';
import type { ArticleBlockProps } from '../article-block';
import styles from '../Body.module.css';
import { Figure } from '../Figure';

export const ArticleBlock = ({ node, pictures, t }: ArticleBlockProps<Gallery>) => (
  <ul className={styles.gallery}>
    {node.content.map((image, index) => (
      <li key={index}>
        <Figure image={image} picture={pictures[image.attrs.imageId]} credit={t('credit')} />
      </li>
    ))}
  </ul>
);
