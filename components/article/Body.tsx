import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Picture } from '@/lib/content/article';
import type { Block, Body as BodyTree } from '@/lib/content/body/body';
import { bindBody } from '@/lib/content/body/typography/bind-body';
import { footnotesOf } from '@/lib/content/body/footnotes';
import type { HtmlOptions } from '@/lib/content/block-definition';
import { blocksHtml, notesHtml } from '@/lib/content/body/text-html';
import type { Locale } from '@/lib/i18n/locales';
import { keepStill } from '@/lib/page-tags';
import styles from './Body.module.css';
import type { ArticleBlockProps } from './article-block';
import { ARTICLE_BLOCKS, ARTICLE_STYLES } from './blocks.generated';
import { StillHtml, type StillElement } from './StillHtml.client';

/** The kinds of blocks that have a component of their own, each under its type; the others are static HTML. */
const COMPONENTS = new Map(
  // Each takes the nodes under whose type it is listed.
  Object.entries(ARTICLE_BLOCKS satisfies Partial<Record<Block['type'], unknown>>) as [
    string,
    (props: ArticleBlockProps<Block>) => ReactNode,
  ][],
);

/** The style sheets of kinds of blocks: the class `block` is that of the element around the static HTML. */
const STYLES = new Map<string, { readonly [name: string]: string }>(
  Object.entries(ARTICLE_STYLES satisfies Partial<Record<Block['type'], unknown>>),
);

/** HTML of a block that is one element without attributes. */
const PLAIN = /^<(p|h2|h3|h4)>(.*)<\/\1>$/s;

/**
 * A block of text as static HTML. Each paragraph is an element of its own beside its siblings: reader modes
 * take the element that contains most paragraphs as the article, and drop what is further out.
 */
function textPart(block: Block, options: HtmlOptions) {
  const html = blocksHtml([block], options);
  const own = STYLES.get(block.type)?.['block'];
  const className = own ? `${styles.text} ${own}` : styles.text;
  const [, element, inner] = PLAIN.exec(html) ?? [];
  if (element === undefined || inner === undefined)
    return <StillHtml className={className} still={keepStill(html) ?? html} />;
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
  const bound = { ...body, content: bindBody(body.content, locale) };
  const options: HtmlOptions = {
    tableLabel: t('table'),
    notes: footnotesOf(bound),
    noteLabel: (number: number) => t('note', { number }),
  };
  const notes = notesHtml({
    ...options,
    title: t('notes'),
    backLabel: (number) => t('noteBack', { number }),
  });

  return (
    <div className={styles.body}>
      {before}
      {bound.content.map((block, index) => {
        const Component = COMPONENTS.get(block.type);
        return Component ? (
          <Component key={index} node={block} pictures={pictures} t={t} />
        ) : (
          <Keyed key={index}>{textPart(block, options)}</Keyed>
        );
      })}
      {notes && <StillHtml className={styles.notes} still={keepStill(notes) ?? notes} />}
      {after}
    </div>
  );
}

/** Takes a React key without adding an element. */
function Keyed({ children }: { children: ReactNode }) {
  return children;
}
