/** The browser's storage where it may not be accessible: what is not stored applies to this page only. */

/** Stores a choice for the next page. */
export function storeChoice(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The storage is not accessible.
  }
}

/** @returns null where nothing is stored, or where the storage is not accessible */
export function storedIn(name: 'localStorage' | 'sessionStorage', key: string): string | null {
  try {
    return globalThis[name].getItem(key);
  } catch {
    return null;
  }
}
