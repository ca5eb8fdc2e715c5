import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Presence } from '@/lib/content/desk/desk';
import { send } from '../send';
import { useHand } from './DraftProvider.client';

/** Milliseconds between two words of a page that it is there. */
const BEAT = 10_000;

/** Who else has the article open; tells them that we have, and takes newer texts over on the way. */
export function usePresence(): Presence['others'] {
  const { keeper } = useHand();
  const { articleId, writer } = keeper;
  const typedAt = useRef(0);
  const { data, refetch } = useQuery({
    queryKey: ['presence', articleId, writer],
    queryFn: async () => {
      const isTyping = Date.now() - typedAt.current < BEAT;
      const path = `articles/${articleId}/presence`;
      const beat = send<Presence>('POST', path, { writer, isTyping });
      const told = await beat.catch((cause: unknown) => {
        keeper.heard(cause);
        throw cause;
      });
      keeper.heard(null);
      // A page that is behind is told the newest text; one that writes learns of it when it saves.
      if (told.sequence > keeper.sequence) await keeper.catchUp().catch(() => {});
      return told;
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
      const path = `articles/${articleId}/presence`;
      void send('POST', path, { writer, isLeaving: true }, { keepalive: true }).catch(() => {});
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [articleId, writer]);
  return data?.others ?? [];
}
