/**
 * Answered by the press in the place of data that it cannot make again, because the page has become another
 * since: the page is loaded anew, and what was pressed is pressed there, what was being sought is sought there.
 * Once: a page that is outdated each time it comes is left as it is. Its parts that need no runtime work all the same.
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
  // Its store is closed to us, and without it there would be no end.
}
