/** What the child process is asked and answers: `cutter.ts` asks, `cut-worker.ts` answers. */
import type { SuggestedTexts, UploadRefusal } from '../content/desk/media.ts';

export interface CutPicture {
  imageId: string;
  /** Pixels, upright. */
  width: number;
  height: number;
  /** Mean colour, `#rrggbb`. */
  colour: string;
  widths: number[];
  originalFormat: string;
  suggested: SuggestedTexts | null;
}

/** What every job has. */
interface Cutting {
  /** The original. */
  path: string;
  folder: string;
  /** Our page on how pictures may be used, for one that names none. */
  webStatement: string;
}

export type CutJob =
  /** Cuts a new picture into every file, into a folder that is there. */
  | (Cutting & { kind: 'cut'; imageId: string })
  /** Cuts the crops again, around another focal point. */
  | (Cutting & { kind: 'focus'; focal: { x: number; y: number } });

export interface CutRefusal {
  code: UploadRefusal;
  /** The end of a sentence that names the file, for terminals. */
  reason: string;
}
export type CutAnswer = { picture: CutPicture } | { done: true } | { refusal: CutRefusal };
