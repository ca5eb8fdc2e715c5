/** The requests of somebody who signs in or out: their inputs and answers. They are no commands of a user. */
import { z } from 'zod';
import { emailSchema } from '../../accounts/accounts.ts';
import { passwordSchema } from '../../accounts/password.ts';
import { locale, nothing } from './declare/inputs.ts';

/** The input of each, by its method and its address under `/api/newsroom/`. */
export const ENTRIES = {
  'POST session': z.strictObject({
    email: emailSchema,
    password: z.string().min(1).max(200),
    /** Of the second factor, when the account asks for it. */
    code: z.string().max(40).optional(),
  }),
  'DELETE session': nothing,
  'DELETE sessions': nothing,
  /** Uses a one-time link. */
  'POST join': z.strictObject({ token: z.string().max(100), password: passwordSchema }),
  'POST forgotten': z.strictObject({ email: emailSchema, locale }),
} as const;

export type EntryInputs = { [Entry in keyof typeof ENTRIES]: z.input<(typeof ENTRIES)[Entry]> };

/** The answer of each. */
export interface EntryAnswers {
  'POST session': { id: number; name: string };
  'DELETE session': object;
  'DELETE sessions': object;
  /** An account with a second factor is not signed in by a link. */
  'POST join': { isSignedIn: boolean };
  'POST forgotten': object;
}
