/** One delivery of the outbox to an external service: claimed by one process, retried until it succeeds. */
import { randomUUID } from 'node:crypto';
import { noteSetBack } from '../alarms.ts';
import { readOutboxAfter, rewoundCursor } from '../db/outbox.ts';
import { claimTarget, readTarget, settleTarget, type OutboxTarget } from '../db/outbox-targets.ts';
import { releasedBetween } from '../publication/releases.ts';
import type { Store } from '../db/store.ts';

/** The external service's answer. */
export type Answer =
  | { kind: 'delivered' }
  /** Refused permanently: the refusal is recorded and the delivery is skipped. */
  | { kind: 'refused'; reason: string }
  /** Try again, after `seconds` if it said so. */
  | { kind: 'later'; reason: string; seconds: number | null };

export interface Target {
  /** The key of its row in `outbox_targets`. */
  name: string;
  /** Sends what the cache tags name. Sending the same twice does no harm. */
  deliver(tags: readonly string[], from: Store): Promise<Answer>;
}

/** Outbox rows per turn; an import writes a hundred articles into one row. */
const ROWS = 50;
/** Seconds for which a claim holds: longer than the requests of a turn may take. */
const CLAIM = 120;
/** Seconds. */
const LONGEST_WAIT = 3600;
const LONGEST_ASKED_WAIT = 86_400;

/** Identifies this process as a claimant. */
const WHO = randomUUID();

/** Seconds to wait after a number of failures in a row. */
const waitAfter = (failures: number): number => Math.min(2 ** failures, LONGEST_WAIT);

/** The outcome of a turn: nothing to deliver, delivered (more may be waiting), or failed. */
export type Turn = { kind: 'idle' } | { kind: 'delivered' } | { kind: 'failed'; reason: string };

/**
 * Delivers to one target what was published since its last delivery.
 * @param who - identifies the claimant; tests pass others
 * @throws what the database throws; a failure of the target is an outcome, not an error
 */
export async function deliver(target: Target, from: Store, who: string = WHO): Promise<Turn> {
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
  // Another process may have delivered everything between the check and the claim.
  const answer: Answer =
    tags.length === 0
      ? { kind: 'delivered' }
      : await target.deliver(tags, from).catch((cause: unknown) => ({
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
    kind: 'delivered',
    cursor: rows.at(-1)?.id ?? claimed.cursor,
    releasedUntil: now,
    now,
    refusal: answer.kind === 'refused' ? answer.reason : null,
  });
  if (answer.kind === 'refused') return { kind: 'failed', reason: answer.reason };
  return { kind: tags.length === 0 ? 'idle' : 'delivered' };
}

/** Where to continue. If the database was restored to before the cursor, what was written since is delivered. */
async function cursorIn(database: Store['database'], target: OutboxTarget): Promise<number> {
  const { cursor, releasedUntil } = target;
  const rewound = await rewoundCursor(database, cursor, releasedUntil);
  if (rewound === null) return cursor;
  noteSetBack({ cursor, latest: rewound });
  return rewound;
}

/** Whether anything is to be delivered. An idle portal writes nothing. */
async function isWaiting(
  { cursor, releasedUntil }: OutboxTarget,
  { database, clock }: Store,
): Promise<boolean> {
  if ((await readOutboxAfter(database, cursor, 1)).length > 0) return true;
  if ((await rewoundCursor(database, cursor, releasedUntil)) !== null) return true;
  return (await releasedBetween(database, releasedUntil, clock.now())).length > 0;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? `${cause.message}: ${cause.cause.message}` : cause.message;
}
