import type { WorkingArticle } from '@/lib/content/desk/desk';
import type { Draft, NewestText } from '@/lib/content/draft/draft';
import { ask } from '../ask';
import { send, SendError } from '../send';

/** Milliseconds after which a request without a response is sent again; the server recognises the repeat. */
const PATIENCE = 10_000;
/** Largest text, in bytes, that a browser still sends after its page is closed. */
const FAREWELL = 60_000;

export interface Turn {
  sequence: number;
  version: number;
  writer: string;
  edit: number;
}
export interface Taken {
  sequence: number;
  version: number;
}

/** The connection to the server; tests connect it directly to the commands. */
export interface NewsroomLine {
  autosave(turn: Turn, draft: Draft, isFarewell?: boolean): Promise<Taken>;
  save(turn: Turn, draft: Draft, reason: 'kept' | 'merged'): Promise<Taken>;
  /** The newest text, and the id of the page that wrote it. */
  read(): Promise<NewestText & { writer: string }>;
}

/** A response without a sequence number is truncated. */
function demandTaken({ sequence, version }: Partial<Taken>): Taken {
  if (sequence !== undefined && version !== undefined) return { sequence, version };
  throw new SendError('offline', 'The answer broke off.');
}

/**
 * The connection that uses one article's routes under `/api/newsroom/`. `autosave` and `save` throw
 * SendError, `offline` also on a timeout or a truncated response.
 */
export function newsroomLine(articleId: number): NewsroomLine {
  const signal = () => AbortSignal.timeout(PATIENCE);
  return {
    autosave: async (turn, draft, isFarewell = false) => {
      const request = { ...turn, draft };
      const keepalive = isFarewell && JSON.stringify(request).length < FAREWELL;
      const options = keepalive ? { keepalive } : { signal: signal() };
      return demandTaken(await send('article/autosave', articleId, request, options));
    },
    save: async ({ version, ...turn }, draft, reason) =>
      demandTaken(
        await send(
          'article/save',
          articleId,
          { version, turn, draft, reason },
          { signal: signal() },
        ),
      ),
    read: async () => {
      const article = await ask<WorkingArticle>(`articles/${articleId}`, signal());
      const { sequence, version, draft, writer, unkept } = article;
      const savedAt = unkept?.savedAt ?? new Date().toISOString();
      return { sequence, version, draft, writer, savedBy: unkept?.savedBy ?? '', savedAt };
    },
  };
}
