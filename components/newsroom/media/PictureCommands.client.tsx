'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LibraryPicture } from '@/lib/content/desk/media';
import { send, SendError } from '../send';
import controls from '../ui/controls.module.css';
import { useSentence } from '../use-sentence';
import { LIBRARY_KEY } from './MediaGrid.client';
import { MediaPicker } from './MediaPicker.client';

/** Replaces a picture by another of the library, or removes it once the user has confirmed. */
export function PictureCommands({
  picture,
  onClose,
  onReplaced,
}: {
  picture: LibraryPicture;
  onClose: () => void;
  /** @param by - id of the replacement picture */
  onReplaced: (by: string) => void;
}) {
  const t = useTranslations('Media');
  const sentence = useSentence();
  const client = useQueryClient();
  const [isSure, setSure] = useState(false);
  const [isReplacing, setReplacing] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: LIBRARY_KEY });
  const remove = useMutation({
    mutationFn: () => send('picture/remove', picture.imageId, {}),
    onSuccess: () => {
      onClose();
      void refresh();
    },
    onError: () => setSure(false),
  });
  const replace = useMutation({
    mutationFn: async (by: string) => {
      await send('picture/replace', picture.imageId, { by });
      return by;
    },
    onSuccess: (by) => {
      onReplaced(by);
      void refresh();
    },
  });
  const isInUse = remove.error instanceof SendError && remove.error.code === 'in_use';
  return (
    <>
      <p role="alert" className={controls.alert}>
        {isInUse ? t('inUse', { count: picture.uses }) : sentence(remove.error ?? replace.error)}
      </p>
      <div className={controls.buttons}>
        {picture.verbs.includes('replace') && (
          <button type="button" onClick={() => setReplacing(!isReplacing)}>
            {t('replace')}
          </button>
        )}
        {picture.verbs.includes('remove') &&
          (isSure ? (
            <button type="button" disabled={remove.isPending} onClick={() => remove.mutate()}>
              {t('removeSure')}
            </button>
          ) : (
            <button type="button" onClick={() => setSure(true)}>
              {t('remove')}
            </button>
          ))}
      </div>
      {isReplacing && (
        <>
          <p>{t('replaceHow')}</p>
          <MediaPicker
            onPick={({ id }) => replace.mutate(id)}
            onClose={() => setReplacing(false)}
          />
        </>
      )}
    </>
  );
}
