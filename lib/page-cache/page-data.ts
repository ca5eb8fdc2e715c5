/**
 * The hydration data of a page, as it is kept: under its own hash, so that a reader of an older render also
 * finds it.
 */
import { LOOSE_QUALITY, toBrotli } from './encoding.ts';
import type { PageData } from './finish/finish-page.ts';
import type { PageMemory } from './memory/page-memory.ts';

/** The path with the hash that `finish-page.ts` gives it. */
const DATA_PATH = /^\/_press\/[\w-]{22}\.js$/;

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Whether a path is one of hydration data. */
export const isDataPath = (path: string): boolean => DATA_PATH.test(path);

/** Keeps the hydration data of a page under its path; without effect where it is kept already. */
export function keepData(memory: PageMemory, { path, script }: PageData): void {
  if (memory.get(path)) return;
  memory.set(path, {
    status: 200,
    contentType: 'text/javascript; charset=utf-8',
    etag: `W/"${path}"`,
    modifiedAt: null,
    // On most pages no reader uses anything that needs the data.
    encoded: new Map([['br', toBrotli(script, LOOSE_QUALITY)]]),
    isLoose: true,
    tags: new Set(),
    headers: { 'cache-control': FOR_EVER },
    staleAt: Infinity,
    isInvalid: false,
    data: null,
  });
}
