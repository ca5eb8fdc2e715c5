/**
 * How a page tells what it was made of and what its status line must say. Whoever renders a page collects;
 * each read notes the names of what it read and how long that stays true. The notebook is bound to the
 * asynchronous context of one render and kept on `globalThis`, since the framework bundles its own copy of
 * every module.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { NOTEBOOK, type StillStore } from './still-html.ts';

/** What one render has read. */
export interface PageNotes extends StillStore {
  tags: Set<string>;
  /** Seconds after which the page must be made anew although nothing was published; Infinity by default. */
  lifetime: number;
  /** What the status line must say of the page. */
  status: PageStatus;
  /** Made for one person, by their own request: never kept. */
  isPersonal: boolean;
}
export type PageStatus = 200 | 404 | 410;

const shared = globalThis as { [NOTEBOOK]?: AsyncLocalStorage<PageNotes> };
const notebook = (shared[NOTEBOOK] ??= new AsyncLocalStorage<PageNotes>());

/**
 * Runs a render and collects what its reads note.
 * @returns the answer of `render` and the notes, which go on filling until `render` has settled
 */
export async function collectNotes<Answer>(
  render: () => Promise<Answer>,
  { isPersonal = false }: { isPersonal?: boolean } = {},
): Promise<{ answer: Answer; notes: PageNotes }> {
  const notes: PageNotes = {
    tags: new Set(),
    lifetime: Infinity,
    status: 200,
    still: [],
    isPersonal,
  };
  return { answer: await notebook.run(notes, render), notes };
}

/**
 * Notes what the page that is being rendered was made of; without effect where nothing is rendered.
 * @param tags - of `lib/cache-tags.ts`
 * @param lifetime - seconds; the shortest of a page's reads counts
 */
export function noteRead(tags: Iterable<string>, lifetime = Infinity): void {
  const notes = notebook.getStore();
  if (!notes) return;
  for (const tag of tags) notes.tags.add(tag);
  notes.lifetime = Math.min(notes.lifetime, lifetime);
}

/**
 * Says that the page being rendered stands for something missing (404) or withdrawn (410). The framework's
 * own `notFound()` sends an empty document that only JavaScript fills; this way the page is whole.
 */
export function noteStatus(status: PageStatus): void {
  const notes = notebook.getStore();
  if (notes) notes.status = status;
}

/**
 * Leaves HTML for {@link takeStill} to find while the same page is made.
 * @returns its number, or null where nothing is rendered: then it has to travel among the page's data
 */
export function keepStill(html: string): number | null {
  const notes = notebook.getStore();
  return notes ? notes.still.push(html) - 1 : null;
}

/**
 * Whether a page is being rendered for everybody. A page that a cookie or a token decides refuses to be,
 * whatever spelling of its address led the page cache to it.
 */
export const isRendering = (): boolean => notebook.getStore()?.isPersonal === false;
