export const viewCount = {
  /** On the place of the view count: the article's id. */
  place: 'data-views',
  /** On the same place, before the name of a plural form: the words of that form, with `{count}`. */
  words: 'data-',
} as const;
