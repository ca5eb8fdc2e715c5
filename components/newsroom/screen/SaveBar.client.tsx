'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { useDraftActions, useSaveState } from '../draft/DraftProvider.client';
import controls from '../ui/controls.module.css';
import { SendError } from '../send';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';
import styles from './Screen.module.css';

/** How what is on the screen stands, always in sight; Ctrl+S anywhere saves at once. */
export function SaveBar({ locale, articleId }: { locale: Locale; articleId: number }) {
  const t = useTranslations('Newsroom');
  const sentence = useSentence();
  const isReady = useReady();
  const { settle, saveOn, mayWrite } = useDraftActions();
  const { state, version } = useSaveState();
  // A refusal is shown by the state itself.
  const save = () => void settle().catch(() => {});

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
      event.preventDefault();
      if (mayWrite) settle().catch(() => {});
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [settle, mayWrite]);

  const cause = state.kind === 'refused' ? state.cause : null;
  const newer = cause instanceof SendError ? cause.version : undefined;
  const words = {
    saved: t('savedAs', { version: String(version) }),
    unsaved: t('unsaved'),
    saving: t('saving'),
    refused: t('unsaved'),
  };
  return (
    <>
      <p role="status" className={styles.state} data-state={state.kind}>
        {words[state.kind]}
      </p>
      <button
        type="button"
        disabled={!mayWrite || !isReady || state.kind === 'saving'}
        aria-keyshortcuts="Control+S"
        onClick={save}
      >
        {t('save')}
      </button>
      <div role="alert" className={`${controls.alert} ${styles.refusal}`}>
        {sentence(cause)}
        {newer !== undefined && (
          <>
            {' '}
            <a
              href={`/${locale}/newsroom/article/${articleId}/compare?from=${version}&to=${newer}`}
              target="_blank"
            >
              {t('seeNewer')}
            </a>{' '}
            <button type="button" onClick={() => void saveOn(newer).catch(() => {})}>
              {t('saveOnTop')}
            </button>
          </>
        )}
      </div>
    </>
  );
}
