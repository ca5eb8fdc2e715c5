import type { Body } from '../../content/body/body.ts';
import type { SuggestedTexts } from '../../content/desk/media.ts';
import type { FrontMatter } from '../../content/front-matter/front-matter.ts';

/** An article as it comes out of a file: checked, its pictures cut, its body a tree. */
export interface ImportedArticle {
  frontMatter: FrontMatter;
  body: Body;
  /** Of the lead picture. */
  imageId: string | null;
  /** The file it came from, as the operator named it, and a hash of its bytes and its pictures'. */
  sourceName: string;
  sourceHash: string;
  /** A slug it may have where it has none yet; a taken one gets a number. */
  preferredSlug?: string;
}

/** A picture that was cut, as its row in `images` has it. */
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

/** What became of one article. */
export type ImportOutcome =
  | { kind: 'created' | 'changed'; sourceName: string; slug: string }
  | { kind: 'refused'; sourceName: string; reason: string };
