/**
 * How a render reports the data that the page was made from, and the page's status. The caller that renders
 * a page collects; each read notes its cache tags and how long its result stays valid. The notes are bound
 * to the asynchronous context of one render and kept on `globalThis`, because the framework bundles its own
 * copy of every module.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { NOTEBOOK, type StillStore } from './still-html.ts';

/** What one render has read. */
export interface PageNotes extends StillStore {
  tags: Set<string>;
  /**
   * Seconds after which the page must be rendered again although nothing was published; Infinity by
   * default.
   */
  lifetime: number;
  /** The HTTP status of the page. */
  status: PageStatus;
  /** Rendered for one user, from their own request: never cached. */
  isPersonal: boolean;
  /** The request for which the page is rendered, where no page cache stands in front of the framework. */
  request?: BareRequest;
}
export type PageStatus = 200 | 404 | 410;

/** A request that reached the framework without the door. */
export interface BareRequest {
  /** Path and query, as in the request line. */
  url: string;
  /** The page's own scripts, which the page cache would add to it. */
  scripts: BareScripts;
  /** Called with the page's status as soon as the page knows it. */
  onStatus: (status: PageStatus) => void;
}

/** The page's own scripts: one runs before the first paint, one at the end of the page. */
export interface BareScripts {
  first: string;
  main: string;
}

const shared = globalThis as { [NOTEBOOK]?: AsyncLocalStorage<PageNotes> };
const notebook = (shared[NOTEBOOK] ??= new AsyncLocalStorage<PageNotes>());

/**
 * Runs a render and collects what its reads note.
 * @returns the result of `render` and the notes, which are complete once `render` has settled
 */
export async function collectNotes<Answer>(
  render: () => Promise<Answer>,
  { isPersonal = false }: { isPersonal?: boolean } = {},
): Promise<{ answer: Answer; notes: PageNotes }> {
  const notes = emptyNotes(isPersonal);
  return { answer: await notebook.run(notes, render), notes };
}

const emptyNotes = (isPersonal: boolean): PageNotes => ({
  tags: new Set(),
  lifetime: Infinity,
  status: 200,
  still: [],
  isPersonal,
});

/** Opens notes for the rest of a request that no page cache collects: under plain `next start`. */
export function enterNotes(request: BareRequest): void {
  notebook.enterWith({ ...emptyNotes(true), request });
}

/**
 * The path and query of the current request as it was sent; null behind the door, which has answered every
 * address that moved.
 */
export const bareUrl = (): string | null => notebook.getStore()?.request?.url ?? null;

/** The scripts that a page has to contain itself; null behind the door, where the page cache adds them. */
export const bareScripts = (): BareScripts | null => notebook.getStore()?.request?.scripts ?? null;

/**
 * Notes what the page being rendered was made from; without effect outside a render.
 * @param tags - cache tags, made by `lib/cache-tags.ts`
 * @param lifetime - seconds; the shortest of a page's reads counts
 */
export function noteRead(tags: Iterable<string>, lifetime = Infinity): void {
  const notes = notebook.getStore();
  if (!notes) return;
  for (const tag of tags) notes.tags.add(tag);
  notes.lifetime = Math.min(notes.lifetime, lifetime);
}

/**
 * Sets the status of the page being rendered: missing (404) or withdrawn (410). The framework's own
 * `notFound()` sends an empty document that only JavaScript fills; this way the page is complete.
 */
export function noteStatus(status: PageStatus): void {
  const notes = notebook.getStore();
  if (!notes) return;
  notes.status = status;
  notes.request?.onStatus(status);
}

/**
 * Stores HTML that {@link takeStill} reads while the same page is rendered.
 * @returns its number, or null outside a render: then the HTML has to be part of the page's data
 */
export function keepStill(html: string): number | null {
  const notes = notebook.getStore();
  return notes ? notes.still.push(html) - 1 : null;
}

/**
 * Whether a page is being rendered for all readers. A page that depends on a cookie or a token must not be,
 * whatever spelling of its address the page cache requested.
 */
export const isRendering = (): boolean => notebook.getStore()?.isPersonal === false;
