import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import { publication } from '../../publication.config.ts';

/** Argon2id with 19 MiB and two passes, as OWASP's cheat sheet asks; the library's own choice is the same. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Long enough not to be guessed, short enough not to be a burden on the hash; what is guessed all the same is refused by {@link isGuessable}. */
export const passwordSchema = z.string().min(12).max(200);

/** The hash of no password, made once: an account that is missing takes the time of one that is there. */
let decoy: Promise<string> | undefined;

/** Letters of a password that are looked at: the time that it takes grows with their square. */
const LOOKED_AT = 64;

/**
 * Whether guessers come to a password early: by lists of those in use, keyboards, repetitions, dates, or what
 * they know of whose it is.
 * @param known - what strangers know: e-mail, name
 */
export async function isGuessable(password: string, known: readonly string[]): Promise<boolean> {
  estimator ??= loadEstimator();
  const words = [publication.name, ...known].flatMap((text) => [text, ...text.split(/[\s@._-]+/)]);
  const { score } = (await estimator).check(password.slice(0, LOOKED_AT), words);
  // Of 0 to 4: at 3 it is still two names with a figure behind them, or a season with its year.
  return score < 4;
}

let estimator: ReturnType<typeof loadEstimator> | undefined;

/** Its lists take memory, and few processes ever see a new password. */
async function loadEstimator() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

/**
 * Whether a password is the one that was hashed; takes as long when there is no hash.
 * @param passwordHash - null where the account is missing or has no password yet
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hash('', OPTIONS);
  const isRight = await verify(passwordHash ?? (await decoy), password);
  return isRight && passwordHash !== null;
}
