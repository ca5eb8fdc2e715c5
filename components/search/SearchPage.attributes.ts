export const searchPage = {
  /** On the form of a search that has a query: a choice in it searches again. */
  searchesOnChoice: 'data-asks',
} as const;
