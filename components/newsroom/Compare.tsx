import { getTranslations } from 'next-intl/server';
import { compareDrafts } from '@/lib/content/draft/compare-drafts';
import type { Draft } from '@/lib/content/draft/draft';
import { isSameDraft } from '@/lib/content/draft/merge-drafts';
import type { Locale } from '@/lib/i18n/locales';
import { newsroomAddress } from '@/lib/pages/newsroom';
import { MarkedDraft } from './revisions/MarkedDraft.client';
import styles from './Compare.module.css';

/** Two versions of an article as one text, with added and removed words marked in place. */
export async function Compare({
  locale,
  article,
  before,
  after,
}: {
  locale: Locale;
  article: { id: number; locale: Locale };
  before: { version: number; draft: Draft };
  /** With `version: null`, the working copy. */
  after: { version: number | null; draft: Draft };
}) {
  const t = await getTranslations({ locale, namespace: 'NewsroomSafety' });
  return (
    <>
      <h1>
        {after.version === null
          ? t('compareNow', { from: String(before.version) })
          : t('compareTitle', { from: String(before.version), to: String(after.version) })}
      </h1>
      <p className={styles.back}>
        <a href={newsroomAddress(locale, `/article/${article.id}`)}>{t('back')}</a>
      </p>
      {isSameDraft(before.draft, after.draft) && <p>{t('sameText')}</p>}
      <div lang={article.locale}>
        <MarkedDraft compared={compareDrafts(before.draft, after.draft)} />
      </div>
    </>
  );
}
