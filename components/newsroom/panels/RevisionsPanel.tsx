import { getTranslations } from 'next-intl/server';
import type { WorkingArticle } from '@/lib/content/desk';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import fieldStyles from '../ui/fields.module.css';
import tableStyles from '../ui/table.module.css';
import { Panel } from './Panel';

export interface RevisionRow {
  version: number;
  headline: string;
  createdAt: Date;
  savedBy: string;
}

/** Every revision that was kept, and the way to compare any two. */
export async function RevisionsPanel({
  locale,
  article,
  revisions,
}: {
  locale: Locale;
  article: WorkingArticle;
  revisions: readonly RevisionRow[];
}) {
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  const compare = `/${locale}/newsroom/article/${article.id}/compare`;
  const { publishedVersion, version } = article;
  return (
    <Panel title={t('revisions')} isOpen>
      {publishedVersion !== null && publishedVersion !== version && (
        <p>
          <a href={`${compare}?from=${publishedVersion}&to=${version}`}>{t('publishedVsNow')}</a>
        </p>
      )}
      <form action={compare} className={fieldStyles.row}>
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
      <ol className={tableStyles.rows}>
        {revisions.map((row) => (
          <li key={row.version}>
            <span>
              {row.version} · {formatPublicationDate(row.createdAt.toISOString(), locale)} ·{' '}
              {row.savedBy} · <span lang={article.locale}>{row.headline}</span>
            </span>
            {row.version > 1 && (
              <a href={`${compare}?from=${row.version - 1}&to=${row.version}`}>
                {t('whatChanged', { version: String(row.version) })}
              </a>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
