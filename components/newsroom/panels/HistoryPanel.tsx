import { getTranslations } from 'next-intl/server';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import tableStyles from '../ui/table.module.css';
import { Panel } from './Panel';

export interface DeedRow {
  id: number;
  at: Date;
  verb: string;
  note: string | null;
  name: string | null;
}

/** What was done to the article, by whom and when. */
export async function HistoryPanel({
  locale,
  deeds,
}: {
  locale: Locale;
  deeds: readonly DeedRow[];
}) {
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  return (
    <Panel title={t('history')}>
      <ol className={tableStyles.rows}>
        {deeds.map((deed) => (
          <li key={deed.id}>
            {formatPublicationDate(deed.at.toISOString(), locale)} · {deed.name ?? t('scheduler')} ·{' '}
            {deed.verb}
            {deed.note && ` · ${deed.note}`}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
