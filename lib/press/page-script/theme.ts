import { keep, onPressOf } from './press-of.ts';

const root = document.documentElement;
const night = matchMedia('(prefers-color-scheme: dark)');

const isNight = () => (root.dataset['theme'] ? root.dataset['theme'] === 'dark' : night.matches);

function show(): void {
  document
    .querySelector('[data-theme-toggle]')
    ?.setAttribute('aria-pressed', isNight() ? 'true' : 'false');
}

/** The night theme: it follows the system until the reader chooses. */
export function watchTheme(): void {
  onPressOf('data-theme-toggle', () => {
    const theme = isNight() ? 'light' : 'dark';
    root.dataset['theme'] = theme;
    keep('theme', theme);
    show();
  });
  night.addEventListener('change', show);
  show();
}
