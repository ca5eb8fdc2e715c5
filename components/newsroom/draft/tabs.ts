import type { NewestText } from '@/lib/content/draft/draft';
import type { DraftKeeper } from './draft-keeper';

/** The name of the lock that a page holds while it is open: the browser releases it when the page closes. */
const lockOf = (writer: string): string => `newsroom-page-${writer}`;

type TabMessage = { articleId: number; newest: Omit<NewestText, 'savedBy'> };

/**
 * Connects the tabs of one browser that have the same article open: each broadcasts every text that the
 * server accepted, so that none starts from an older one. Also holds a lock that shows other tabs that this
 * page is open.
 * @returns a function that disconnects this tab
 */
export function joinTabs(keeper: DraftKeeper): () => void {
  const channel = new BroadcastChannel('newsroom-drafts');
  const stopListening = keeper.onTaken((newest) =>
    channel.postMessage({ articleId: keeper.articleId, newest }),
  );
  channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    if (data.articleId === keeper.articleId) keeper.receive({ ...data.newest, savedBy: '' });
  });
  const ending = new AbortController();
  void navigator.locks
    ?.request(lockOf(keeper.writer), { mode: 'exclusive' }, () => untilAborted(ending.signal))
    .catch(() => {});
  return () => {
    stopListening();
    channel.close();
    ending.abort();
  };
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** Which of the given pages are open in this browser. */
export async function livingPages(writers: readonly string[]): Promise<Set<string>> {
  const { held } = (await navigator.locks?.query()) ?? {};
  const names = new Set(held?.map(({ name }) => name));
  return new Set(writers.filter((writer) => names.has(lockOf(writer))));
}
