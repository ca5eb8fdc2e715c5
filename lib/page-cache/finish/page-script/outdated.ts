/**
 * Served by the page cache in the place of hydration data that it cannot generate again, because the page
 * has changed since: the page is reloaded, and the reader's presses and the open search are repeated there.
 * Only once: a page that is outdated after each reload stays as it is. Its parts that need no runtime still
 * work.
 */
const shared = globalThis as { caliberPressed?: Iterable<number> };
const AGAIN = `pressed ${location.pathname}`;
try {
  if (sessionStorage.getItem(AGAIN)) sessionStorage.removeItem(AGAIN);
  else {
    sessionStorage.setItem(AGAIN, JSON.stringify([...(shared.caliberPressed ?? [])]));
    const field = document.querySelector<HTMLInputElement>('dialog[open][data-search] input');
    if (field) history.replaceState({ search: ` ${field.value}` }, '');
    location.reload();
  }
} catch {
  // The storage is not accessible, and without it the reloads would never end.
}
