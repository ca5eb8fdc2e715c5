import { getTranslations } from 'next-intl/server';
import type { WorkingArticle } from '@/lib/content/desk';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { ArticleEditor } from './ArticleEditor.client';
import type { Names } from './DraftFields.client';
import styles from './Newsroom.module.css';
import { PreviewLinks } from './PreviewLinks.client';
import { Tellings } from './Tellings';

interface RevisionRow {
  version: number;
  headline: string;
  createdAt: Date;
  savedBy: string;
}
interface LinkRow {
  id: number;
  version: number | null;
  expiresAt: Date;
  revokedAt: Date | null;
  lastOpenedAt: Date | null;
}
interface DeedRow {
  id: number;
  at: Date;
  verb: string;
  note: string | null;
  name: string | null;
}

/** One article with everything around it: its translations, revisions, links and history. */
export async function ArticleScreen({
  locale,
  article,
  markdown,
  revisions,
  links,
  deeds,
  names,
}: {
  locale: Locale;
  article: WorkingArticle;
  markdown: string;
  revisions: readonly RevisionRow[];
  links: readonly LinkRow[];
  deeds: readonly DeedRow[];
  names: Names;
}) {
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  const told = (date: Date) => formatPublicationDate(date.toISOString(), locale);
  const now = new Date();
  const compare = `/${locale}/newsroom/article/${article.id}/compare`;
  const { publishedVersion, version } = article;
  return (
    <>
      <div className={styles.title}>
        <h1 lang={article.locale}>{article.draft.headline}</h1>
        <Tellings locale={locale} tellings={article.tellings} />
      </div>
      <ArticleEditor locale={locale} article={article} markdown={markdown} names={names} />
      {article.verbs.includes('preview') && (
        <PreviewLinks
          articleId={article.id}
          articleLocale={article.locale}
          version={version}
          links={links.map((link) => ({
            id: link.id,
            version: link.version,
            expires: told(link.expiresAt),
            opened: link.lastOpenedAt && told(link.lastOpenedAt),
            isEnded: link.revokedAt !== null || link.expiresAt < now,
          }))}
        />
      )}
      <section className={styles.section} aria-labelledby="revisions">
        <h2 id="revisions">{t('revisions')}</h2>
        {publishedVersion !== null && publishedVersion !== version && (
          <p>
            <a href={`${compare}?from=${publishedVersion}&to=${version}`}>{t('publishedVsNow')}</a>
          </p>
        )}
        <form action={compare} className={styles.filters}>
          <label>
            {t('from')}
            <select name="from" defaultValue={revisions[1]?.version}>
              {revisions.map((row) => (
                <option key={row.version}>{row.version}</option>
              ))}
            </select>
          </label>
          <label>
            {t('to')}
            <select name="to" defaultValue={version}>
              {revisions.map((row) => (
                <option key={row.version}>{row.version}</option>
              ))}
            </select>
          </label>
          <button type="submit">{t('compare')}</button>
        </form>
        <ol className={styles.rows}>
          {revisions.map((row) => (
            <li key={row.version}>
              <span>
                {row.version} · {told(row.createdAt)} · {row.savedBy} ·{' '}
                <span lang={article.locale}>{row.headline}</span>
              </span>
              {row.version > 1 && (
                <a href={`${compare}?from=${row.version - 1}&to=${row.version}`}>
                  {t('whatChanged', { version: String(row.version) })}
                </a>
              )}
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.section} aria-labelledby="history">
        <h2 id="history">{t('history')}</h2>
        <ol className={styles.rows}>
          {deeds.map((deed) => (
            <li key={deed.id}>
              {told(deed.at)} · {deed.name ?? t('scheduler')} · {deed.verb}
              {deed.note && ` · ${deed.note}`}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
