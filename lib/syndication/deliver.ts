/** One turn of telling an outsider what the outbox holds: claimed once, retried until it is told. */
import { randomUUID } from 'node:crypto';
import { noteSetBack } from '../alarms.ts';
import { readOutboxAfter, rewoundCursor } from '../db/outbox.ts';
import { claimTarget, readTarget, settleTarget, type OutboxTarget } from '../db/outbox-targets.ts';
import { releasedBetween } from '../publication/releases.ts';
import type { Source } from '../publication/search/source.ts';

/** What an outsider made of it. */
export type Answer =
  | { kind: 'told' }
  /** It will not have this, now or later: it is noted and passed over. */
  | { kind: 'refused'; reason: string }
  /** Try again, after `seconds` if it said so. */
  | { kind: 'later'; reason: string; seconds: number | null };

export interface Target {
  /** Names its row. */
  name: string;
  /** Tells of what the cache tags name; told twice of the same it does no harm. */
  tell(tags: readonly string[], from: Source): Promise<Answer>;
}

/** Rows of one turn: an import writes a hundred articles into one. */
const ROWS = 50;
/** Seconds after which a claim is another's: longer than the requests of a turn may take. */
const CLAIM = 120;
/** Seconds. */
const LONGEST_WAIT = 3600;
const LONGEST_ASKED_WAIT = 86_400;

/** This process among all. */
const WHO = randomUUID();

/** Seconds to wait after so many failures in a row. */
const waitAfter = (failures: number): number => Math.min(2 ** failures, LONGEST_WAIT);

/** What a turn came to: whether more may be waiting, or why it failed. */
export type Turn = { kind: 'idle' } | { kind: 'told' } | { kind: 'failed'; reason: string };

/**
 * Tells one target what has been published since it was last told.
 * @param who - names the claimant; another for tests of several
 */
export async function deliver(target: Target, from: Source, who: string = WHO): Promise<Turn> {
  const { database, clock } = from;
  const seen = await readTarget(database, target.name);
  if (!seen || seen.nextTryAt > clock.now() || !(await isWaiting(seen, from)))
    return { kind: 'idle' };
  const taken = await claimTarget(database, target.name, {
    by: who,
    now: clock.now(),
    seconds: CLAIM,
  });
  if (!taken) return { kind: 'idle' };
  const now = clock.now();
  const claimed = { ...taken, cursor: await cursorIn(database, taken) };
  const rows = await readOutboxAfter(database, claimed.cursor, ROWS);
  const released = await releasedBetween(database, claimed.releasedUntil, now);
  const tags = [...new Set([...rows.flatMap((row) => row.tags), ...released])];
  // Another may have told it all between the look and the claim: then there is nothing to say.
  const answer: Answer =
    tags.length === 0
      ? { kind: 'told' }
      : await target.tell(tags, from).catch((cause: unknown) => ({
          kind: 'later',
          reason: reasonOf(cause),
          seconds: null,
        }));
  if (answer.kind === 'later') {
    const seconds = Math.max(
      waitAfter(claimed.failures),
      Math.min(answer.seconds ?? 0, LONGEST_ASKED_WAIT),
    );
    await settleTarget(database, claimed, {
      kind: 'failed',
      reason: answer.reason,
      nextTryAt: new Date(clock.now().getTime() + seconds * 1000),
    });
    return { kind: 'failed', reason: answer.reason };
  }
  await settleTarget(database, claimed, {
    kind: 'told',
    cursor: rows.at(-1)?.id ?? claimed.cursor,
    releasedUntil: now,
    now,
    refusal: answer.kind === 'refused' ? answer.reason : null,
  });
  if (answer.kind === 'refused') return { kind: 'failed', reason: answer.reason };
  return { kind: tags.length === 0 ? 'idle' : 'told' };
}

/** Where to go on: the log may have been put back to before what was told; what was written since is told. */
async function cursorIn(database: Source['database'], target: OutboxTarget): Promise<number> {
  const { cursor, releasedUntil } = target;
  const rewound = await rewoundCursor(database, cursor, releasedUntil);
  if (rewound === null) return cursor;
  noteSetBack({ cursor, latest: rewound });
  return rewound;
}

/** Whether there is anything to tell: an idle portal writes nothing. */
async function isWaiting(
  { cursor, releasedUntil }: OutboxTarget,
  { database, clock }: Source,
): Promise<boolean> {
  if ((await readOutboxAfter(database, cursor, 1)).length > 0) return true;
  if ((await rewoundCursor(database, cursor, releasedUntil)) !== null) return true;
  return (await releasedBetween(database, releasedUntil, clock.now())).length > 0;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? `${cause.message}: ${cause.cause.message}` : cause.message;
}
