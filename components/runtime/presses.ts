/** What the reader pressed in islands that were not hydrated yet, kept while the page is reloaded. */
import { storedIn } from '../ui/browser-storage';

const key = () => `pressed ${location.pathname}`;

/** @returns the indexes of the buttons as JSON; null where the page was not reloaded for them */
export const pressedBefore = (): string | null => storedIn('sessionStorage', key());

/** @throws DOMException where the storage is not accessible */
export function storePresses(places: Iterable<number>): void {
  sessionStorage.setItem(key(), JSON.stringify([...places]));
}

/** @throws DOMException where the storage is not accessible */
export const forgetPresses = (): void => sessionStorage.removeItem(key());
