import { keep, onPressOf, root } from './press-of.ts';

const night = matchMedia('(prefers-color-scheme: dark)');

const isNight = () => {
  const chosen = root.dataset['theme'];
  return chosen ? chosen === 'dark' : night.matches;
};

/**
 * The colour of a phone's browser bar above the page: the first such element counts, and this one follows
 * the page's theme.
 */
const bar = Object.assign(document.createElement('meta'), { name: 'theme-color' });

function show(): void {
  document.querySelector('[data-theme-toggle]')?.setAttribute('aria-pressed', String(isNight()));
  bar.content = getComputedStyle(document.body).backgroundColor;
}

/** Sets the page's theme; null or '' follows the system. */
function put(theme: string | null): void {
  if (theme) root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  show();
}

/**
 * The night theme: it follows the system until the reader chooses otherwise, and again once the reader
 * chooses what the system shows. A choice in one window applies to all.
 */
export function watchTheme(): void {
  document.head.prepend(bar);
  onPressOf('data-theme-toggle', () => {
    const theme = isNight() === night.matches ? (night.matches ? 'light' : 'dark') : '';
    keep('theme', theme);
    put(theme);
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key === 'theme') put(newValue);
  });
  night.addEventListener('change', show);
  show();
}
