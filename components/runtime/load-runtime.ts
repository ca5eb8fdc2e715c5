import { RUNTIME_LIST } from '@/lib/runtime-list';
import { saveStills } from '@/lib/still-html';
import { allWith, valueOf } from '../ui/page-script';
import { hydrated } from './Hydrated.attributes';

let isLoading = false;

/** Loads a file into the browser's cache, completely. A preload hint would have no effect a second time. */
async function fetchWhole(file: string): Promise<void> {
  const answer = await fetch(file);
  if (!answer.ok) throw answer;
  await answer.blob();
}

/**
 * Shows what failed to load, in the page and in the open search; removes the message when everything has
 * loaded.
 */
export function sayLate(isLate: boolean): void {
  for (const place of allWith(hydrated.late))
    place.textContent = isLate ? valueOf(place, hydrated.late) : '';
}

/** The list of the runtime's files, as JSON; undefined or '' on a page that has no deferred runtime. */
export const runtimeList = (): string | undefined | null =>
  document.getElementById(RUNTIME_LIST)?.textContent;

/**
 * Loads and starts the client runtime, once. It starts when all its files have arrived: with only part of
 * it, the page would disappear. If one fails, the page stays as it is and says so; the next call tries
 * again.
 */
export function loadRuntime(): void {
  const list = runtimeList();
  if (isLoading || !list) return;
  isLoading = true;
  const files = JSON.parse(list) as string[];
  Promise.all(files.map(fetchWhole)).then(
    () => start(files),
    () => {
      isLoading = false;
      sayLate(true);
    },
  );
}

function start(files: readonly string[]): void {
  saveStills();
  for (const source of files) {
    const isSheet = source.endsWith('.css');
    // Scripts run in order: the page's data comes first.
    const file = isSheet ? { rel: 'stylesheet', href: source } : { async: false, src: source };
    const element = document.createElement(isSheet ? 'link' : 'script');
    document.head.append(Object.assign(element, file, { onerror: () => sayLate(true) }));
  }
}
