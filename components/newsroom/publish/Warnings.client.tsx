'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Draft } from '@/lib/content/draft/draft';
import { warningsOf } from '@/lib/content/draft/readiness';
import styles from './Publish.module.css';

/** What the draft on the screen still lacks. The warnings do not block publishing. */
export function Warnings({ draft }: { draft: Draft }) {
  const t = useTranslations('NewsroomPublish');
  const [now] = useState(() => new Date());
  const warnings = warningsOf(draft, now);
  if (warnings.length === 0) return <p>{t('whole')}</p>;
  return (
    <div className={styles.warnings}>
      <h3>{t('before')}</h3>
      <ul>
        {warnings.map(({ code, count }) => (
          <li key={code}>{t(code, { count })}</li>
        ))}
      </ul>
    </div>
  );
}
