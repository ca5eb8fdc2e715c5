'use client';
import { useTranslations } from 'next-intl';
import styles from './Safety.module.css';
import { useSaveState } from './DraftProvider.client';

/** The save state of the draft, in words; always visible. */
export function SaveWords() {
  const t = useTranslations('NewsroomSafety');
  const { state, version, localFault, mergedWith } = useSaveState();
  return (
    <>
      <p role="status" className={styles.state} data-state={state.kind}>
        {state.kind === 'kept' ? t('kept', { version: String(version) }) : t(state.kind)}
      </p>
      {mergedWith !== null && <p className={styles.note}>{t('merged', { name: mergedWith })}</p>}
      {localFault !== null && (
        <p role="alert" className={styles.fault}>
          {t('localFault', { reason: localFault })}
        </p>
      )}
    </>
  );
}
