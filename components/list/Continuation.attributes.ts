export const continuation = {
  /**
   * On the end of a list that continues: the key of sessionStorage under which its continuation is kept. Never
   * a mere marker: a reader who nears the element loads the client runtime.
   */
  list: 'data-list',
} as const;
