/** Inlined in the head of every page: what must happen before anything is painted or fetched. */
import { trustOwnFiles } from './trusted.ts';

trustOwnFiles();

const root = document.documentElement;
try {
  const theme = localStorage.getItem('theme');
  const size = localStorage.getItem('text-size');
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  if (size && /^[1-5]$/.test(size)) root.dataset['textSize'] = size;
} catch {
  // Without access to the storage the page stays as it is.
}
