export const searchOverlay = {
  /** On the dialog over the page that holds the search. */
  dialog: 'data-search',
  /** On what opens the dialog; without a script it is a link to the search page. */
  open: 'data-search-open',
  /** On the dialog's button that closes it. */
  close: 'data-search-close',
} as const;

/** The state of the history entry that stands for the open search: a space, or a space and what was typed. */
export interface SearchState {
  search?: string;
}
