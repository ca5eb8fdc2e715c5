import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';
import { publication } from '../../publication.config.ts';

/**
 * Argon2id with 19 MiB and two passes, as OWASP's cheat sheet recommends; the library's default is the same.
 */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Long enough not to be guessed, short enough to limit the cost of the hash; passwords that can be guessed
 * nevertheless are refused by {@link isGuessable}.
 */
export const passwordSchema = z.string().min(12).max(200);

/** The hash of an empty password, made once: a missing account takes the same time as an existing one. */
let decoy: Promise<string> | undefined;

/** Characters of a password that are checked: the time of the check grows with their square. */
const LOOKED_AT = 64;

/**
 * Whether an attacker guesses a password early: by lists of common passwords, keyboard patterns, repetitions,
 * dates, or facts about the user.
 * @param known - the facts that strangers know: e-mail, name
 */
export async function isGuessable(password: string, known: readonly string[]): Promise<boolean> {
  estimator ??= loadEstimator();
  const words = [publication.name, ...known].flatMap((text) => [text, ...text.split(/[\s@._-]+/)]);
  const { score } = (await estimator).check(password.slice(0, LOOKED_AT), words);
  // The score is 0 to 4: two names followed by a digit, or a season with its year, still get 3.
  return score < 4;
}

let estimator: ReturnType<typeof loadEstimator> | undefined;

/** Loaded when it is first needed: its lists take memory, and few processes ever check a new password. */
async function loadEstimator() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

/** Hashes a password with Argon2id and a salt of its own. */
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
