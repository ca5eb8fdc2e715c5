import { onPressOf } from './press-of.ts';
import { pressedBefore, wake } from './runtime.ts';

const isTyping = (target: EventTarget | null) =>
  (target as Element | null)?.closest?.('input,textarea,select,[contenteditable]');

/** With a modifier key held, the browser opens a link as usual. */
const isWithKey = (event: MouseEvent) =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/**
 * Replaces the history entry of the open search by a page: Back from there leads to this page, not to an
 * entry that shows no change.
 */
const leaveFor = (address: string) => location.replace(address);

/** Keeps Tab inside the dialog: after the last field the browser would move focus to its own toolbars. */
function keepFocusInside(dialog: HTMLDialogElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const places = dialog.querySelectorAll<HTMLElement>('button,input');
  const [first, last] = [places[0], places[places.length - 1]];
  const [from, to] = event.shiftKey ? [first, last] : [last, first];
  if (event.target !== from) return;
  event.preventDefault();
  to?.focus();
}

/**
 * The search dialog over the page: opened by its button and by `/`, closed by Esc, Back and its own button.
 */
export function watchSearch(): void {
  // On the search page a choice submits the form by itself; without a script the button does.
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
    // Back closes the search, as does a phone's Back button.
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
    // The next search begins empty; the event notifies the listeners of the field.
    field.form?.reset();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (searching()) history.back();
  });
  // The page was reloaded while the search was open.
  const sought = searching();
  if (sought && pressedBefore()) {
    field.value = sought.trim();
    show();
  }
}

/** The state of the history entry that stands for the open search: a space, or the search text. */
const searching = () => (history.state as { search?: string } | null)?.search;
