export const hydrated = {
  /**
   * On a part of the page that works only with the client runtime: a press or focus inside it loads the
   * runtime. Never a mere marker: a reader who only reads must load nothing.
   */
  island: 'data-island',
  /** On an empty status element: the words that it shows while a file of the runtime could not be loaded. */
  late: 'data-late',
  /** The window's event once every island is hydrated. */
  event: 'caliber:hydrated',
} as const;
