export const themeToggle = {
  /** On the button that switches the theme. */
  button: 'data-theme-toggle',
  /** On `<html>`: the theme that the reader chose; absent where the page follows the system. Styles read it. */
  theme: 'data-theme',
  /** The key of localStorage under which the choice is stored. */
  key: 'theme',
} as const;
