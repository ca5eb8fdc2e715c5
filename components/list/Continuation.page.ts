import { loadRuntime } from '../runtime/load-runtime';
import { storedIn } from '../ui/browser-storage';
import { allWith, valueOf } from '../ui/page-script';
import { continuation } from './Continuation.attributes';
import { isReturn } from './is-return';

/**
 * Distance from a list's end at which the runtime that loads its continuation is loaded: a reader at the
 * end of the story is not there yet.
 */
const NEAR = '200px';

/** Loads the runtime when the reader nears the end of a list that continues, or comes back to one. */
export function atPageEnd(): void {
  const nearing = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) loadRuntime();
    },
    { rootMargin: NEAR },
  );
  for (const end of allWith(continuation.list)) {
    nearing.observe(end);
    if (isKept(valueOf(end, continuation.list))) loadRuntime();
  }
}

/**
 * Whether the reader comes back to a list that had continued: it is restored as it was. A new visit deletes
 * the stored list before anything can be pressed: Back from there leads to this visit's list.
 */
function isKept(list: string): boolean {
  if (storedIn('sessionStorage', list) === null) return false;
  if (isReturn()) return true;
  sessionStorage.removeItem(list);
  return false;
}
