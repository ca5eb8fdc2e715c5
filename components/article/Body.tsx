import { getTranslations } from 'next-intl/server';
import type { Picture } from '@/lib/content/article';
import type { Block, Body as BodyTree, ListItem, Table as TableNode } from '@/lib/content/body';
import { assertUnreachable } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import styles from './Body.module.css';
import { Embed } from './Embed.client';
import { EMBED_NAMES } from './embed-names';
import { Figure } from './Figure';
import { Inlines } from './Inlines';

/** An article's body, node by node; no HTML of anybody's passes through. */
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

  function block(node: Block) {
    switch (node.type) {
      case 'paragraph':
        return (
          <p>
            <Inlines content={node.content} />
          </p>
        );
      case 'heading': {
        const Heading = `h${node.attrs.level}` as const;
        return (
          <Heading>
            <Inlines content={node.content} />
          </Heading>
        );
      }
      case 'bulletList':
        return <ul>{node.content.map(item)}</ul>;
      case 'orderedList':
        return (
          <ol start={node.attrs.start === 1 ? undefined : node.attrs.start}>
            {node.content.map(item)}
          </ol>
        );
      case 'blockquote':
        return (
          <blockquote>
            {node.content.map((child, index) => (
              <Nested key={index}>{block(child)}</Nested>
            ))}
          </blockquote>
        );
      case 'pullQuote':
        return (
          <figure className={styles.pullQuote}>
            <blockquote>
              <p>
                <Inlines content={node.content} />
              </p>
            </blockquote>
            {node.attrs.attribution && <figcaption>{node.attrs.attribution}</figcaption>}
          </figure>
        );
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
      case 'table':
        return <Table node={node} label={t('table')} />;
      case 'horizontalRule':
        return <hr />;
      case 'codeBlock':
        return (
          <pre tabIndex={0}>
            <code>{(node.content ?? []).map(({ text }) => text).join('')}</code>
          </pre>
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
              open: t('embedOpen', { provider }),
            }}
          />
        );
      }
      default:
        return assertUnreachable(node);
    }
  }

  function item(node: ListItem, index: number) {
    return (
      <li key={index}>
        {node.content.map((child, position) => (
          <Nested key={position}>
            {child.type === 'paragraph' && position === 0 ? (
              <Inlines content={child.content} />
            ) : (
              block(child)
            )}
          </Nested>
        ))}
      </li>
    );
  }

  return (
    <div className={styles.body}>
      {body.content.map((node, index) => (
        <Nested key={index}>{block(node)}</Nested>
      ))}
    </div>
  );
}

/** Carries a key without an element of its own. */
function Nested({ children }: { children: React.ReactNode }) {
  return children;
}

function Table({ node, label }: { node: TableNode; label: string }) {
  const [head, ...rows] = node.content;
  const cells = (row: TableNode['content'][number], Cell: 'th' | 'td') =>
    row.content.map((cell, index) => (
      <Cell
        key={index}
        data-align={cell.attrs.align ?? undefined}
        scope={Cell === 'th' ? 'col' : undefined}
      >
        <Inlines content={cell.content[0].content} />
      </Cell>
    ));
  return (
    <div className={styles.table} role="region" aria-label={label} tabIndex={0}>
      <table>
        {head && (
          <thead>
            <tr>{cells(head, 'th')}</tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
