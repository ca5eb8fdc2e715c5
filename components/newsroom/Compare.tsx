import { diffWordsWithSpace } from 'diff';
import { getTranslations } from 'next-intl/server';
import type { Draft } from '@/lib/content/draft';
import type { Locale } from '@/lib/i18n/locales';
import styles from './Compare.module.css';

interface Side {
  version: number;
  draft: Draft;
  markdown: string;
}

const textOf = ({ authors, topics, image, seoTitle, seoDescription }: Draft) =>
  [authors.join(', '), topics.join(', '), image?.alt, seoTitle, seoDescription]
    .filter(Boolean)
    .join('\n');

/** Two revisions as one text, with the words that went and came marked in place. */
export async function Compare({
  locale,
  articleId,
  before,
  after,
}: {
  locale: Locale;
  articleId: number;
  before: Side;
  after: Side;
}) {
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  const parts = [
    [t('headline'), before.draft.headline, after.draft.headline],
    [t('standfirst'), before.draft.standfirst ?? '', after.draft.standfirst ?? ''],
    [t('kicker'), before.draft.kicker ?? '', after.draft.kicker ?? ''],
    [t('body'), before.markdown, after.markdown],
    [t('details'), textOf(before.draft), textOf(after.draft)],
  ] as const;
  return (
    <>
      <h1>{t('compareTitle', { from: before.version, to: after.version })}</h1>
      <p>
        <a href={`/${locale}/newsroom/article/${articleId}`}>{t('back')}</a>
      </p>
      {parts.map(([name, old, now]) => (
        <section key={name} className={styles.compared}>
          <h2>{name}</h2>
          <p>
            {diffWordsWithSpace(old, now).map(({ added, removed, value }, index) =>
              added ? (
                <ins key={index}>{value}</ins>
              ) : removed ? (
                <del key={index}>{value}</del>
              ) : (
                value
              ),
            )}
          </p>
        </section>
      ))}
    </>
  );
}
