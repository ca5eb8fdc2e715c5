export const shareRow = {
  /** On the button that opens the system's share sheet; hidden in browsers that have none. */
  button: 'data-share',
} as const;
