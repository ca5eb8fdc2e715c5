'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useDraftActions } from '../draft/DraftProvider.client';
import { PeopleHere } from '../draft/PeopleHere.client';
import { SaveWords } from '../draft/SaveWords.client';
import { useReady } from '../use-ready';

/** Who else is here and how what is on the screen stands, always in sight; Ctrl+S anywhere makes a revision. */
export function SaveBar() {
  const t = useTranslations('Newsroom');
  const isReady = useReady();
  const { settle, mayWrite } = useDraftActions();

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
      event.preventDefault();
      // A refusal is shown by the state itself.
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
