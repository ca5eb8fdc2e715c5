import type { NewestText } from './content/draft/draft.ts';
import type { RefusalCode } from './content/desk/refusals.ts';
import type { UploadRefusal } from './content/desk/media.ts';

export type { RefusalCode };

/** Why a command was refused, as reported to the newsroom's screens and to programs. */
export interface Refusal<Code extends RefusalCode = RefusalCode> {
  code: Code;
  message: string;
  /** With `stale`: the number of the newest version. */
  version?: number;
  /** With `stale`, where it is known: the newest text. */
  newest?: NewestText;
  /** With `not_taken`: why an uploaded file is refused. */
  why?: UploadRefusal;
}

/** Aborts a transaction with a refusal: thrown inside it, and converted to a Result outside it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(code: RefusalCode, message: string, version?: number, newest?: NewestText) {
    super(message);
    this.refusal = {
      code,
      message,
      ...(version !== undefined && { version }),
      ...(newest && { newest }),
    };
  }
}
