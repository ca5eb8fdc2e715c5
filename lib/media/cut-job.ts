/** Messages between the portal and its child process: `cutter.ts` sends jobs, `cut-worker.ts` answers. */
import type { SuggestedTexts, UploadRefusal } from '../content/desk/media.ts';

export interface CutPicture {
  imageId: string;
  /** Pixels, after rotation to upright. */
  width: number;
  height: number;
  /** Mean colour, `#rrggbb`. */
  colour: string;
  widths: number[];
  originalFormat: string;
  suggested: SuggestedTexts | null;
}

/** Fields of every job. */
interface Cutting {
  /** The original. */
  path: string;
  folder: string;
  /** This site's page on how pictures may be used, for a picture whose metadata has none. */
  webStatement: string;
}

export type CutJob =
  /** Cuts a new picture into every file, into an existing folder. */
  | (Cutting & { kind: 'cut'; imageId: string })
  /** Cuts the crops again, around another focal point. */
  | (Cutting & { kind: 'focus'; focal: { x: number; y: number } });

export interface CutRefusal {
  code: UploadRefusal;
  /** The end of a sentence that names the file, for terminals. */
  reason: string;
}
export type CutAnswer = { picture: CutPicture } | { done: true } | { refusal: CutRefusal };
