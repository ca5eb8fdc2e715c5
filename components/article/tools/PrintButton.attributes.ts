export const printButton = {
  /** On the button that prints the page. */
  button: 'data-print',
} as const;
