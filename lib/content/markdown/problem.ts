/** Something in a Markdown file that did not go into the tree as it stood; the rest of the file did. */
export interface Problem {
  /** From 1, in the text that was parsed. */
  line: number;
  /** A sentence that says what was found and what became of it. */
  reason: string;
}

/** Collects problems while a tree is made. */
export type Report = (
  node: { position?: { start: { line: number } } | undefined },
  reason: string,
) => void;
