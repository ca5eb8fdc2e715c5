import { loadRuntime } from '../runtime/load-runtime';
import { pressedBefore } from '../runtime/presses';
import { onPressOf } from '../ui/page-script';
import { searchOverlay, type SearchState } from './SearchOverlay.attributes';

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

const searching = () => (history.state as SearchState | null)?.search;

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

/** What is pressed in the dialog leads away from the page in the place of the search's history entry. */
function watchDialog(dialog: HTMLDialogElement, field: HTMLInputElement): void {
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
  dialog.addEventListener('close', () => {
    // The next search begins empty; the event notifies the listeners of the field.
    field.form?.reset();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (searching()) history.back();
  });
}

/**
 * The search dialog over the page: opened by its button and by `/`, closed by Esc, Back and its own button.
 */
export function atPageEnd(): void {
  const dialog = document.querySelector<HTMLDialogElement>(`dialog[${searchOverlay.dialog}]`);
  const field = dialog?.querySelector('input');
  if (!dialog || !field) return;
  const show = () => {
    dialog.showModal();
    loadRuntime();
  };
  const open = () => {
    if (dialog.open) return;
    // Back closes the search, as does a phone's Back button.
    history.pushState({ search: ' ' } satisfies SearchState, '');
    show();
  };
  onPressOf(searchOverlay.open, (_, event) => {
    if (isWithKey(event)) return;
    event.preventDefault();
    open();
  });
  onPressOf(searchOverlay.close, () => dialog.close());
  addEventListener('keydown', (event) => {
    const { key, metaKey, ctrlKey, altKey, target } = event;
    if (key !== '/' || metaKey || ctrlKey || altKey || isTyping(target)) return;
    event.preventDefault();
    open();
  });
  addEventListener('popstate', () => dialog.close());
  watchDialog(dialog, field);
  // The page was reloaded while the search was open.
  const sought = searching();
  if (sought && pressedBefore()) {
    field.value = sought.trim();
    show();
  }
}
