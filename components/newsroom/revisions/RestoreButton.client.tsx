'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useHand } from '../draft/DraftProvider.client';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';

/** Restores an earlier revision as a new one; the text on the screen is first saved as a revision. */
export function RestoreButton({ articleId, restored }: { articleId: number; restored: number }) {
  const t = useTranslations('NewsroomSafety');
  const router = useRouter();
  const sentence = useSentence();
  const isReady = useReady();
  const { keeper } = useHand();
  const restore = useMutation({
    mutationFn: async () => {
      const version = await keeper.settle();
      return send('article/restore', articleId, { version, restored });
    },
    onSuccess: async () => {
      await keeper.catchUp();
      router.refresh();
    },
  });
  return (
    <>
      <button
        type="button"
        className={controls.plain}
        disabled={!isReady || restore.isPending}
        aria-label={`${t('restore')}: ${t('revision', { version: String(restored) })}`}
        onClick={() => restore.mutate()}
      >
        {t('restore')}
      </button>
      <span role="status">
        {restore.data && t('restored', { version: String(restore.data.version) })}
      </span>
      <span role="alert" className={controls.alert}>
        {sentence(restore.error)}
      </span>
    </>
  );
}
