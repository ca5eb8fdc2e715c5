import { useEffect, useRef, type KeyboardEvent } from 'react';

const FIELD = 'input, select, textarea, [contenteditable], [role="listbox"]';

/**
 * Keyboard navigation of the list: `j` and `k` focus the next and previous row's headline from anywhere, the
 * arrow keys from within the list; Enter follows the link natively. `/` focuses the search field.
 */
export function useRowKeys() {
  const root = useRef<HTMLDivElement>(null);

  const step = (by: 1 | -1): boolean => {
    const links = [...(root.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    if (links.length === 0) return false;
    const here = document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-row]');
    const present = here ? links.indexOf(here) : -1;
    const next = present < 0 ? (by > 0 ? 0 : links.length - 1) : present + by;
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
    return true;
  };

  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      if (event.ctrlKey || event.metaKey || event.altKey || target?.closest(FIELD)) return;
      if (event.key === 'j' || event.key === 'k') {
        if (step(event.key === 'j' ? 1 : -1)) event.preventDefault();
      } else if (event.key === '/') {
        event.preventDefault();
        root.current?.querySelector<HTMLElement>('[name="q"]')?.focus();
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (!(event.target as HTMLElement).closest('tbody')) return;
    if (step(event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
  };
  return { root, onKeyDown };
}
