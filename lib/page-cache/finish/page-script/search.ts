import { onPressOf } from './press-of.ts';
import { pressedBefore, wake } from './runtime.ts';

const isTyping = (target: EventTarget | null) =>
  (target as Element | null)?.closest?.('input,textarea,select,[contenteditable]');

/** With a key held a link is opened as any other is. */
const isWithKey = (event: MouseEvent) =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/**
 * Goes to a page in place of the step that stands for the open search: Back from there leads to this page,
 * not to a step in which nothing is seen to happen.
 */
const leaveFor = (address: string) => location.replace(address);

/** Tab goes round: past the last field of a dialog the browser would go on to its own bars. */
function keepFocusInside(dialog: HTMLDialogElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const places = dialog.querySelectorAll<HTMLElement>('button,input');
  const [first, last] = [places[0], places[places.length - 1]];
  const [from, to] = event.shiftKey ? [first, last] : [last, first];
  if (event.target !== from) return;
  event.preventDefault();
  to?.focus();
}

/** The search over the page: opened by its button and by `/`, closed by Esc, Back and its own button. */
export function watchSearch(): void {
  // A choice of the search page acts by itself; without a script its button does.
  addEventListener('change', ({ target }) => {
    (target as Element).closest<HTMLSelectElement>('[data-asks] select')?.form?.requestSubmit();
  });
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search]');
  const field = dialog?.querySelector('input');
  if (!dialog || !field) return;
  const show = () => {
    dialog.showModal();
    wake();
  };
  const open = () => {
    if (dialog.open) return;
    // One step back closes the search, as a phone's button would.
    history.pushState({ search: ' ' }, '');
    show();
  };
  onPressOf('data-search-open', (_, event) => {
    if (isWithKey(event)) return;
    event.preventDefault();
    open();
  });
  onPressOf('data-search-close', () => dialog.close());
  addEventListener('keydown', (event) => {
    const { key, metaKey, ctrlKey, altKey, target } = event;
    if (key !== '/' || metaKey || ctrlKey || altKey || isTyping(target)) return;
    event.preventDefault();
    open();
  });
  dialog.addEventListener('keydown', (event) => keepFocusInside(dialog, event));
  dialog.addEventListener('submit', (event) => {
    event.preventDefault();
    const { action } = event.target as HTMLFormElement;
    leaveFor(`${action}?q=${encodeURIComponent(field.value)}`);
  });
  dialog.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || isWithKey(event)) return;
    event.preventDefault();
    leaveFor(link.href);
  });
  addEventListener('popstate', () => dialog.close());
  dialog.addEventListener('close', () => {
    // The next search begins empty; who listens to the field is told.
    field.form?.reset();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (searching()) history.back();
  });
  // The page was loaded anew while the search was open.
  const sought = searching();
  if (sought && pressedBefore()) {
    field.value = sought.trim();
    show();
  }
}

/** What the step in the browser's history that stands for the open search says: a space, or what was sought. */
const searching = () => (history.state as { search?: string } | null)?.search;
