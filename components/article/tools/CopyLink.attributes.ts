export const copyLink = {
  /** On the button that copies the article's address. */
  button: 'data-copy',
  /** On the same button: what is announced once the address is copied. */
  copied: 'data-copied',
  /** On the same button: what is announced where copying is not allowed. */
  failed: 'data-failed',
} as const;
