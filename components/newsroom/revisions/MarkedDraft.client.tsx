'use client';
import { useTranslations } from 'next-intl';
import type { ComparedDrafts } from '@/lib/content/draft/compare-drafts';
import { MarkedLines, MarkedRuns } from './MarkedText';
import styles from './MarkedText.module.css';

/** Two versions of an article as one text, with added and removed words marked in place. */
export function MarkedDraft({ compared }: { compared: ComparedDrafts }) {
  const t = useTranslations('NewsroomSafety');
  const labels = { added: t('added'), removed: t('removed') };
  return (
    <div className={styles.marked}>
      {compared.fields.map(({ name, runs }) => {
        const Element = name === 'headline' ? 'h2' : 'p';
        return (
          runs.length > 0 && (
            <Element key={name} className={styles[name]}>
              <MarkedRuns runs={runs} labels={labels} />
            </Element>
          )
        );
      })}
      <MarkedLines lines={compared.body} labels={labels} />
      {compared.details.length > 0 && (
        <dl className={styles.details}>
          {compared.details.map(({ name, runs }) => (
            <div key={name}>
              <dt>{t(`field_${name}`)}</dt>
              <dd>
                <MarkedRuns runs={runs} labels={labels} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
