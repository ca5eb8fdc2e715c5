import { storeChoice, storedIn } from '../ui/browser-storage';
import { firstWith, onPressOf, root } from '../ui/page-script';
import { themeToggle } from './ThemeToggle.attributes';

/** Shows the theme that the reader chose on an earlier page. */
export function beforePaint(): void {
  const theme = storedIn('localStorage', themeToggle.key);
  if (theme === 'light' || theme === 'dark') root.setAttribute(themeToggle.theme, theme);
}

/**
 * The night theme: it follows the system until the reader chooses otherwise, and again once the reader
 * chooses what the system shows. A choice in one window applies to all.
 */
export function atPageEnd(): void {
  const night = matchMedia('(prefers-color-scheme: dark)');
  // The colour of a phone's browser bar above the page: the first such element counts, and this one follows
  // the page's theme.
  const bar = Object.assign(document.createElement('meta'), { name: 'theme-color' });

  const isNight = () => {
    const chosen = root.getAttribute(themeToggle.theme);
    return chosen ? chosen === 'dark' : night.matches;
  };
  const show = () => {
    firstWith(themeToggle.button)?.setAttribute('aria-pressed', String(isNight()));
    bar.content = getComputedStyle(document.body).backgroundColor;
  };
  /** Sets the page's theme; null or '' follows the system. */
  const put = (theme: string | null) => {
    if (theme) root.setAttribute(themeToggle.theme, theme);
    else root.removeAttribute(themeToggle.theme);
    show();
  };

  document.head.prepend(bar);
  onPressOf(themeToggle.button, () => {
    const theme = isNight() === night.matches ? (night.matches ? 'light' : 'dark') : '';
    storeChoice(themeToggle.key, theme);
    put(theme);
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key === themeToggle.key) put(newValue);
  });
  night.addEventListener('change', show);
  show();
}
