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
import type { WorkingArticle } from '@/lib/content/desk';
import type { Draft } from '@/lib/content/draft';
import { DraftKeeper } from './draft-keeper';
import type { SaveState } from './draft-store';

const Keeper = createContext<DraftKeeper | null>(null);

function useKeeper(): DraftKeeper {
  const keeper = useContext(Keeper);
  if (!keeper) throw new Error('There is no DraftProvider around this.');
  return keeper;
}

/** Keeps the draft that is on the screen, and saves it soon after each change. */
export function DraftProvider({
  article,
  children,
}: {
  article: WorkingArticle;
  children: ReactNode;
}) {
  const router = useRouter();
  const [keeper] = useState(() => new DraftKeeper(article, () => router.refresh()));
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (keeper.isDirty()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [keeper]);
  return <Keeper value={keeper}>{children}</Keeper>;
}

export interface DraftInHand {
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
  state: SaveState;
  /** The newest version that the newsroom has taken from here. */
  version: number;
  /** Saves what is not saved yet; answers the version to act on. */
  settle: () => Promise<number>;
  mayWrite: boolean;
}

/** The draft and how it stands; renders again at every change of either. */
export function useDraft(): DraftInHand {
  const keeper = useKeeper();
  const draft = useDraftValue((value) => value);
  const { state, version } = useSaveState();
  return {
    draft,
    change: keeper.change,
    state,
    version,
    settle: keeper.settle,
    mayWrite: keeper.mayWrite,
  };
}

/** One thing of the draft; renders again when that changes. */
export function useDraftValue<Value>(pick: (draft: Draft) => Value): Value {
  const { draft } = useKeeper();
  const read = () => pick(draft.get());
  return useSyncExternalStore(draft.subscribe, read, read);
}

/** How the draft stands, and the newest version that the newsroom has taken from here. */
export function useSaveState(): { state: SaveState; version: number } {
  const { standing } = useKeeper();
  return useSyncExternalStore(standing.subscribe, standing.get, standing.get);
}

/** What is done with the draft, without being told of its changes. */
export function useDraftActions(): Pick<
  DraftKeeper,
  'change' | 'settle' | 'saveOn' | 'beforeSaving' | 'mayWrite'
> & { current: () => Draft } {
  const keeper = useKeeper();
  const { change, settle, saveOn, beforeSaving, mayWrite, draft } = keeper;
  return { change, settle, saveOn, beforeSaving, mayWrite, current: draft.get };
}
