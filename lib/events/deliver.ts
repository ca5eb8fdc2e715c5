/** One delivery of the log to a subscriber outside the portal: claimed by one process, retried until it succeeds. */
import { randomUUID } from 'node:crypto';
import { noteSetBack } from '../alarms.ts';
import type { Database } from '../db/client.ts';
import type { Store } from '../db/store.ts';
import type { PortalEvent } from './events.ts';
import { readLogAfter, rewoundCursor, type LogRow } from './log.ts';
import { claimTarget, readTarget, settleTarget, type OutboxTarget } from './targets.ts';

/** The external service's answer. */
export type Answer =
  | { kind: 'delivered' }
  /** Refused permanently: the refusal is recorded and the delivery is skipped. */
  | { kind: 'refused'; reason: string }
  /** Try again, after `seconds` if it said so. */
  | { kind: 'later'; reason: string; seconds: number | null };

/** A service outside the portal that receives each event at least once, however often processes die. */
export interface Subscriber {
  /** The key of its row in `outbox_targets`. */
  name: string;
  /**
   * Sends what follows from the events, oldest first. Sending the same twice does no harm.
   * @throws what counts as a failure: the events are delivered again later
   */
  deliver(events: readonly PortalEvent[], from: Store): Promise<Answer>;
}

/** Rows per turn; an import writes a hundred articles into one row. */
const ROWS = 50;
/** Seconds for which a claim holds: longer than the requests of a turn may take. */
const CLAIM = 120;
/** Seconds. */
const LONGEST_WAIT = 3600;
const LONGEST_ASKED_WAIT = 86_400;
/**
 * Milliseconds for which an event that this release does not know is left to the processes of the newer one
 * that has written it: then their release was taken back, and nobody is left to deliver it.
 */
const LEFT_TO_NEWER = 600_000;

/** Identifies this process as a claimant. */
const WHO = randomUUID();

/** Seconds to wait after a number of failures in a row. */
const waitAfter = (failures: number): number => Math.min(2 ** failures, LONGEST_WAIT);

/** The outcome of a turn: nothing to deliver, delivered (more may be waiting), or failed. */
export type Turn = { kind: 'idle' } | { kind: 'delivered' } | { kind: 'failed'; reason: string };

/**
 * Delivers to one subscriber what was appended since its last delivery.
 * @param who - identifies the claimant; tests pass others
 * @throws what the database throws; a failure of the subscriber is an outcome, not an error
 */
export async function deliver(
  subscriber: Subscriber,
  from: Store,
  who: string = WHO,
): Promise<Turn> {
  const { database, clock } = from;
  const seen = await readTarget(database, subscriber.name);
  if (!seen || seen.nextTryAt > clock.now() || !(await isWaiting(seen, database)))
    return { kind: 'idle' };
  const taken = await claimTarget(database, subscriber.name, {
    by: who,
    now: clock.now(),
    seconds: CLAIM,
  });
  if (!taken) return { kind: 'idle' };
  const now = clock.now();
  const claimed = { ...taken, cursor: await cursorIn(database, taken) };
  const rows = await readLogAfter(database, claimed.cursor, ROWS);
  const known = beforeNewer(rows);
  const events = known.flatMap(({ event }) => event ?? []);
  const answer = await answerOf(subscriber, events, from, rows.length > 0 && known.length === 0);
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
    cursor: known.at(-1)?.id ?? claimed.cursor,
    readUntil: now,
    now,
    refusal: answer.kind === 'refused' ? answer.reason : null,
  });
  if (answer.kind === 'refused') return { kind: 'failed', reason: answer.reason };
  return { kind: known.length === 0 ? 'idle' : 'delivered' };
}

async function answerOf(
  subscriber: Subscriber,
  events: readonly PortalEvent[],
  from: Store,
  isNewer: boolean,
): Promise<Answer> {
  if (isNewer)
    return { kind: 'later', reason: 'the next event is of a newer release', seconds: null };
  // Another process may have delivered everything between the check and the claim.
  if (events.length === 0) return { kind: 'delivered' };
  return subscriber.deliver(events, from).catch((cause: unknown) => ({
    kind: 'later',
    reason: reasonOf(cause),
    seconds: null,
  }));
}

/** The rows before the first one that a process of a newer release has to deliver. */
function beforeNewer(rows: readonly LogRow[]): readonly LogRow[] {
  const first = rows.findIndex(
    ({ event, at, readAt }) => !event && readAt.getTime() - at.getTime() < LEFT_TO_NEWER,
  );
  return first < 0 ? rows : rows.slice(0, first);
}

/** Where to continue. If the database was restored to before the cursor, what was written since is delivered. */
async function cursorIn(database: Database, target: OutboxTarget): Promise<number> {
  const { cursor, readUntil } = target;
  const rewound = await rewoundCursor(database, cursor, readUntil);
  if (rewound === null) return cursor;
  noteSetBack({ cursor, latest: rewound });
  return rewound;
}

/** Whether anything is to be delivered. An idle portal writes nothing. */
async function isWaiting(
  { cursor, readUntil }: OutboxTarget,
  database: Database,
): Promise<boolean> {
  if ((await readLogAfter(database, cursor, 1)).length > 0) return true;
  return (await rewoundCursor(database, cursor, readUntil)) !== null;
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? `${cause.message}: ${cause.cause.message}` : cause.message;
}
