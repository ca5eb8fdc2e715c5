import { keep, onPressOf, root } from './press-of.ts';

const night = matchMedia('(prefers-color-scheme: dark)');

const isNight = () => {
  const chosen = root.dataset['theme'];
  return chosen ? chosen === 'dark' : night.matches;
};

function show(): void {
  document.querySelector('[data-theme-toggle]')?.setAttribute('aria-pressed', String(isNight()));
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
