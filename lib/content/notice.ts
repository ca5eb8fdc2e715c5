/** Something that was changed, lost or refused on the way in, said to whoever brought it. */
export interface Notice {
  /** The same for all of its kind: the sentence with “…” where each names its own; they are counted by it. */
  kind: string;
  /** The whole sentence. */
  text: string;
}

/** Writes a notice: what is put into the template is what tells it from others of its kind. */
export const notice = (parts: TemplateStringsArray, ...own: (string | number)[]): Notice => ({
  kind: parts.join('…'),
  text: String.raw({ raw: parts }, ...own),
});
