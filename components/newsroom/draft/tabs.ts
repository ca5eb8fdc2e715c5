import type { NewestText } from '@/lib/content/draft/draft';
import type { DraftKeeper } from './draft-keeper';

/** The name of the lock that a page holds while it lives: a dead one holds nothing. */
const lockOf = (writer: string): string => `newsroom-page-${writer}`;

type Told = { articleId: number; newest: Omit<NewestText, 'savedBy'> };

/**
 * Lets the tabs of one browser that have the same article open tell each other of each text that the newsroom
 * took, so that none begins from an older one; and shows other tabs that this one lives.
 * @returns ends it
 */
export function joinTabs(keeper: DraftKeeper): () => void {
  const channel = new BroadcastChannel('newsroom-drafts');
  const endTelling = keeper.onTaken((newest) =>
    channel.postMessage({ articleId: keeper.articleId, newest }),
  );
  channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.articleId === keeper.articleId) keeper.receive({ ...data.newest, savedBy: '' });
  });
  const ending = new AbortController();
  void navigator.locks
    ?.request(lockOf(keeper.writer), { mode: 'exclusive' }, () => untilAborted(ending.signal))
    .catch(() => {});
  return () => {
    endTelling();
    channel.close();
    ending.abort();
  };
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** Which of some pages live: in another tab of this browser, or here. */
export async function livingPages(writers: readonly string[]): Promise<Set<string>> {
  const { held } = (await navigator.locks?.query()) ?? {};
  const names = new Set(held?.map(({ name }) => name));
  return new Set(writers.filter((writer) => names.has(lockOf(writer))));
}
