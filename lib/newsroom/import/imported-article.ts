import type { Body } from '../../content/body/body.ts';
import type { SuggestedTexts } from '../../content/desk/media.ts';
import type { FrontMatter } from '../../content/front-matter/front-matter.ts';

/** An article read from a file: validated, its pictures cut, its body a document tree. */
export interface ImportedArticle {
  frontMatter: FrontMatter;
  body: Body;
  /** The id of the lead picture. */
  imageId: string | null;
  /** The source file, as the operator named it, and a hash of its bytes and those of its pictures. */
  sourceName: string;
  sourceHash: string;
  /** The slug for an article that has none yet; it gets a number when it is taken. */
  preferredSlug?: string;
}

/** A picture whose files were cut, with the values of its row in `images`. */
export interface ImportedPicture {
  imageId: string;
  width: number;
  height: number;
  colour: string;
  widths: number[];
  originalFormat: string;
  sourceName: string;
  suggested: SuggestedTexts | null;
}

/** The outcome of the import of one article. */
export type ImportOutcome =
  | { kind: 'created' | 'changed'; sourceName: string; slug: string }
  | { kind: 'refused'; sourceName: string; reason: string };
