import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useDraftActions } from '../draft/DraftProvider.client';
import { send } from '../send';

export type Wish = Record<string, unknown>;

/**
 * Runs a command on an article. If the command acts on a version, the draft is saved as a revision first.
 * @param onDone - called with the response and the name of the command
 */
export function useCommand(articleId: number, onDone?: (answer: Wish, name: string) => void) {
  const router = useRouter();
  const { settle } = useDraftActions();
  return useMutation({
    mutationFn: async ({
      name,
      wish,
    }: {
      name: string;
      wish: Wish | ((version: number) => Wish);
    }) => {
      const told = typeof wish === 'function' ? wish(await settle()) : wish;
      return send<Wish>('POST', `articles/${articleId}/${name}`, told);
    },
    onSuccess: (answer, { name }) => {
      onDone?.(answer, name);
      router.refresh();
    },
  });
}
