/** Content of a Markdown file that could not be imported unchanged; the rest of the file was. */
export interface Problem {
  /** From 1, in the text that was parsed. */
  line: number;
  /** A sentence that says what was found and how it was changed. */
  reason: string;
}

/** Collects problems while a tree is made. */
export type Report = (
  node: { position?: { start: { line: number } } | undefined },
  reason: string,
) => void;
