'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useDraftActions } from '../draft/DraftProvider.client';
import { PeopleHere } from '../draft/PeopleHere.client';
import { SaveWords } from '../draft/SaveWords.client';
import { useReady } from '../use-ready';

/**
 * The other users here and the save state, always visible; Ctrl+S anywhere on the screen saves a revision.
 */
export function SaveBar() {
  const t = useTranslations('Newsroom');
  const isReady = useReady();
  const { settle, mayWrite } = useDraftActions();

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
      event.preventDefault();
      // The save state already shows a refusal.
      if (mayWrite) settle().catch(() => {});
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [settle, mayWrite]);

  return (
    <>
      <PeopleHere />
      <SaveWords />
      <button
        type="button"
        disabled={!mayWrite || !isReady}
        aria-keyshortcuts="Control+S"
        onClick={() => void settle().catch(() => {})}
      >
        {t('save')}
      </button>
    </>
  );
}
