import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Presence } from '@/lib/content/desk/desk';
import { send } from '../send';
import { useHand } from './DraftProvider.client';

/** Milliseconds between two presence requests of a page. */
const BEAT = 10_000;

/**
 * The other users who have the article open. Reports this page's presence, and fetches newer texts meanwhile.
 */
export function usePresence(): Presence['others'] {
  const { keeper } = useHand();
  const { articleId, writer } = keeper;
  const typedAt = useRef(0);
  const { data, refetch } = useQuery({
    queryKey: ['presence', articleId, writer],
    queryFn: async () => {
      const isTyping = Date.now() - typedAt.current < BEAT;
      const beat = send('article/presence', articleId, { writer, isTyping });
      const presence = await beat.catch((cause: unknown) => {
        keeper.heard(cause);
        throw cause;
      });
      keeper.heard(null);
      // A page with an older text fetches the newest; a page with unsent changes merges it when it saves.
      if (presence.sequence > keeper.sequence) await keeper.catchUp().catch(() => {});
      return presence;
    },
    refetchInterval: BEAT,
    refetchIntervalInBackground: true,
    retry: false,
  });
  useEffect(
    () =>
      keeper.draft.subscribe(() => {
        const isFirst = Date.now() - typedAt.current > BEAT;
        typedAt.current = Date.now();
        if (isFirst) void refetch();
      }),
    [keeper, refetch],
  );
  useEffect(() => {
    const leave = () => {
      const input = { writer, isLeaving: true };
      void send('article/presence', articleId, input, { keepalive: true }).catch(() => {});
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [articleId, writer]);
  return data?.others ?? [];
}
