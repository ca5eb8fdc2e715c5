export const textSize = {
  /** On a button: by how many steps it changes the text size, −1 or 1. */
  by: 'data-text-size-by',
  /** On the same button: what is announced, with `{step}` and `{count}`. */
  said: 'data-said',
  /** On `<html>`: the step that the reader chose, from 1 to 5. Styles read it. */
  step: 'data-text-size',
  /** The key of localStorage under which the step is stored. */
  key: 'text-size',
} as const;
