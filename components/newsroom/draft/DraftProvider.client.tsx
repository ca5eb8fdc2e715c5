'use client';
import { useRouter } from 'next/navigation';
import {
  createContext,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { WorkingArticle } from '@/lib/content/desk/desk';
import type { Draft } from '@/lib/content/draft/draft';
import { DraftKeeper } from './draft-keeper';
import type { Standing } from './draft-store';
import { browserCopies, type CopyStore } from './local-copies';
import { newsroomLine } from './newsroom-line';
import { joinTabs } from './tabs';

interface Hand {
  keeper: DraftKeeper;
  copies: CopyStore;
  article: WorkingArticle;
}
const HandContext = createContext<Hand | null>(null);

/**
 * The screen's DraftKeeper, the browser's local copies, and the article as it was opened.
 * @throws Error outside a DraftProvider
 */
export function useHand(): Hand {
  const hand = useContext(HandContext);
  if (!hand) throw new Error('There is no DraftProvider around this.');
  return hand;
}

/** Saves the draft on the screen: in the browser at once, on the server within two seconds. */
export function DraftProvider({
  article,
  children,
}: {
  article: WorkingArticle;
  children: ReactNode;
}) {
  const router = useRouter();
  const [hand] = useState((): Hand => {
    const copies = browserCopies();
    const writer = crypto.randomUUID();
    const line = newsroomLine(article.id);
    return { keeper: new DraftKeeper(article, { writer, line, copies }), copies, article };
  });
  const { keeper } = hand;
  useEffect(() => {
    const stopListening = keeper.onTaken((_, isRevision) => isRevision && router.refresh());
    const leaveTabs = joinTabs(keeper);
    return () => {
      stopListening();
      leaveTabs();
    };
  }, [keeper, router]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (keeper.isAtRisk()) event.preventDefault();
    };
    const leave = () => keeper.hurry(true);
    const hide = () => document.visibilityState === 'hidden' && keeper.hurry(true);
    const retry = () => keeper.hurry();
    addEventListener('beforeunload', ask);
    addEventListener('pagehide', leave);
    addEventListener('online', retry);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('beforeunload', ask);
      removeEventListener('pagehide', leave);
      removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', hide);
      keeper.hurry(true);
    };
  }, [keeper]);
  return <HandContext value={hand}>{children}</HandContext>;
}

/** A value selected from the draft; renders again only when that value changes. */
export function useDraftValue<Value>(pick: (draft: Draft) => Value): Value {
  const { draft } = useHand().keeper;
  const read = () => pick(draft.get());
  return useSyncExternalStore(draft.subscribe, read, read);
}

/** The save state of the draft. */
export function useSaveState(): Standing {
  const { standing } = useHand().keeper;
  return useSyncExternalStore(standing.subscribe, standing.get, standing.get);
}

/** The actions on the draft, without a subscription to its changes. */
export function useDraftActions(): Pick<
  DraftKeeper,
  'change' | 'settle' | 'beforeSaving' | 'onReplaced' | 'mayWrite'
> & { current: () => Draft } {
  const { change, settle, beforeSaving, onReplaced, mayWrite, draft } = useHand().keeper;
  return { change, settle, beforeSaving, onReplaced, mayWrite, current: draft.get };
}
