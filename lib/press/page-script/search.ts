import { onPressOf } from './press-of.ts';
import { wake } from './runtime.ts';

const isTyping = (target: EventTarget | null) =>
  (target as Element | null)?.closest?.('input,textarea,select,[contenteditable]');

/** The search over the page: opened by its button and by `/`, closed by Esc, Back and its own button. */
export function watchSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search]');
  if (!dialog) return;
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    // One step back closes the search, as a phone's button would.
    history.pushState({ search: true }, '');
    wake();
  };
  onPressOf('data-search-open', (_, event) => {
    // With a key held the link is opened as any other is.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
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
  addEventListener('popstate', () => dialog.close());
  dialog.addEventListener('close', () => {
    if ((history.state as { search?: boolean } | null)?.search) history.back();
  });
}
