import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Picture } from '@/lib/content/article';
import type { Block, Body as BodyTree } from '@/lib/content/body/body';
import { bindBody } from '@/lib/content/body/bind-body';
import { footnotesOf } from '@/lib/content/body/footnotes';
import { isTextBlock, notesHtml, textHtml, type TextBlock, type TextOptions } from '@/lib/content/body/text-html'; // prettier-ignore
import { assertUnreachable } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import { keepStill } from '@/lib/page-tags';
import styles from './Body.module.css';
import { Embed } from './Embed.client';
import { EMBED_NAMES } from './embed-names';
import { Figure } from './Figure';
import { StillHtml, type StillElement } from './StillHtml.client';

type MediaBlock = Exclude<Block, TextBlock>;

/** HTML of a block that is one element without attributes. */
const PLAIN = /^<(p|h2|h3|h4)>(.*)<\/\1>$/s;

/**
 * A block of text as static HTML. Each paragraph is an element of its own beside its siblings: reader modes
 * take the element that contains most paragraphs as the article, and drop what is further out.
 */
function textPart(block: TextBlock, text: TextOptions) {
  const html = textHtml([block], text);
  const [, element, inner] = PLAIN.exec(html) ?? [];
  if (element === undefined || inner === undefined)
    return <StillHtml className={styles.text} still={keepStill(html) ?? html} />;
  return <StillHtml as={element as StillElement} still={keepStill(inner) ?? inner} />;
}

/**
 * An article's body: text as HTML generated from the tree, pictures and embeds as components. The whole story
 * is in one element, so that reader modes do not split it.
 */
export async function Body({
  body,
  pictures,
  locale,
  before,
  after,
}: {
  body: BodyTree;
  pictures: Record<string, Picture>;
  locale: Locale;
  /** Parts of the story before its text: standfirst, lead picture. */
  before?: ReactNode;
  /** Parts of the story after its text: corrections. */
  after?: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: 'Article' });
  const credit = t('credit');
  const bound = { ...body, content: bindBody(body.content, locale) };
  const text = {
    tableLabel: t('table'),
    notes: footnotesOf(bound),
    noteLabel: (number: number) => t('note', { number }),
  };
  const notes = notesHtml({
    ...text,
    title: t('notes'),
    backLabel: (number) => t('noteBack', { number }),
  });

  function media(node: MediaBlock) {
    switch (node.type) {
      case 'image':
        return <Figure image={node} picture={pictures[node.attrs.imageId]} credit={credit} />;
      case 'gallery':
        return (
          <ul className={styles.gallery}>
            {node.content.map((image, index) => (
              <li key={index}>
                <Figure image={image} picture={pictures[image.attrs.imageId]} credit={credit} />
              </li>
            ))}
          </ul>
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
      {before}
      {bound.content.map((block, index) => (
        <Keyed key={index}>{isTextBlock(block) ? textPart(block, text) : media(block)}</Keyed>
      ))}
      {notes && <StillHtml className={styles.notes} still={keepStill(notes) ?? notes} />}
      {after}
    </div>
  );
}

/** Takes a React key without adding an element. */
function Keyed({ children }: { children: ReactNode }) {
  return children;
}
