/** A change, a loss or a refusal during the import, reported to the person who imports. */
export interface Notice {
  /**
   * The same for all notices of its kind: the sentence with “…” in place of the values; notices are counted
   * by it.
   */
  kind: string;
  /** The whole sentence. */
  text: string;
}

/** Writes a notice: the values in the template are what distinguishes it from others of its kind. */
export const notice = (parts: TemplateStringsArray, ...own: (string | number)[]): Notice => ({
  kind: parts.join('…'),
  text: String.raw({ raw: parts }, ...own),
});
