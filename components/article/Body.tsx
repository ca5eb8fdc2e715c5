import { getTranslations } from 'next-intl/server';
import type { Picture } from '@/lib/content/article';
import type { Block, Body as BodyTree } from '@/lib/content/body';
import { isTextBlock, textHtml, type TextBlock } from '@/lib/content/text-html';
import { assertUnreachable } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import { keepStill } from '@/lib/page-tags';
import styles from './Body.module.css';
import { Embed } from './Embed.client';
import { EMBED_NAMES } from './embed-names';
import { Figure } from './Figure';
import { StillHtml } from './StillHtml.client';

type MediaBlock = Exclude<Block, TextBlock>;

/** Blocks in their order, text that follows text taken together. */
function partsOf(blocks: readonly Block[]): (TextBlock[] | MediaBlock)[] {
  const parts: (TextBlock[] | MediaBlock)[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (!isTextBlock(block)) parts.push(block);
    else if (Array.isArray(last)) last.push(block);
    else parts.push([block]);
  }
  return parts;
}

/** An article's body: its text as HTML made of the tree, its pictures and embeds as components. */
export async function Body({
  body,
  pictures,
  locale,
}: {
  body: BodyTree;
  pictures: Record<string, Picture>;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: 'Article' });
  const credit = t('credit');

  function media(node: MediaBlock) {
    switch (node.type) {
      case 'image':
        return <Figure image={node} picture={pictures[node.attrs.imageId]} credit={credit} />;
      case 'gallery':
        return (
          <div className={styles.gallery}>
            {node.content.map((image, index) => (
              <Figure
                key={index}
                image={image}
                picture={pictures[image.attrs.imageId]}
                credit={credit}
              />
            ))}
          </div>
        );
      case 'embed': {
        const provider = EMBED_NAMES[node.attrs.provider];
        return (
          <Embed
            provider={node.attrs.provider}
            url={node.attrs.url}
            labels={{
              show: t('embedShow', { provider }),
              note: t('embedNote', { provider }),
            }}
          />
        );
      }
      default:
        return assertUnreachable(node);
    }
  }

  return (
    <div className={styles.body}>
      {partsOf(body.content).map((part, index) => {
        if (!Array.isArray(part)) return <Keyed key={index}>{media(part)}</Keyed>;
        const html = textHtml(part, { tableLabel: t('table') });
        return <StillHtml key={index} className={styles.text} still={keepStill(html) ?? html} />;
      })}
    </div>
  );
}

/** Carries a key without an element of its own. */
function Keyed({ children }: { children: React.ReactNode }) {
  return children;
}
