/**
 * Limits every wait for the database: for a free connection, for a new connection, for a response. The driver
 * limits each of these separately, so that a queue of them could last as long as all together. If the server
 * has no connection left, it is tried again within the limit, since one of ours may become free.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';

/** Milliseconds between attempts to connect, if the server has no connection left. */
const RETRY_AFTER = 50;
/** Milliseconds for which work without a limit tries to get a connection. */
const PATIENCE = 30_000;

/** PostgreSQL's `too_many_connections`: raised before any statement was sent on the connection. */
const isCrowded = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === '53300';

/** One attempt to run work on a connection: its result, and whether and how it can be given up. */
interface Attempt<T> {
  result: Promise<T>;
  /** Whether the transaction's own work has begun, which has limits of its own. */
  hasBegun?: () => boolean;
  /** Called when the caller no longer waits. */
  giveUp?: () => void;
}

/**
 * Limits the two ways in which drizzle sends statements: a single statement, and a transaction until it
 * begins. Statements of a transaction are limited one by one, by the timeout of its connection.
 * @param limit - milliseconds; Infinity for work without a limit
 */
export function bounded(sql: postgres.Sql, limit: number): postgres.Sql {
  const unsafe = (...asked: Parameters<postgres.Sql['unsafe']>) => {
    const rows = () =>
      within(limit, () => ({ result: sql.unsafe(...asked).then((found) => found) }));
    const values = () => within(limit, () => ({ result: sql.unsafe(...asked).values() }));
    return {
      values,
      then: (...handlers: Parameters<Promise<unknown>['then']>) => rows().then(...handlers),
    };
  };
  const begin = <T>(work: (transaction: postgres.TransactionSql) => Promise<T>) =>
    within(limit, () => {
      let state: 'waiting' | 'begun' | 'given up' = 'waiting';
      const result = sql.begin((transaction) => {
        if (state === 'given up') throw new Error('Nobody waits for this transaction any more.');
        state = 'begun';
        return work(transaction);
      }) as Promise<T>;
      return { result, hasBegun: () => state === 'begun', giveUp: () => (state = 'given up') };
    });
  return new Proxy(sql, {
    get: (target, name) =>
      name === 'unsafe' ? unsafe : name === 'begin' ? begin : Reflect.get(target, name),
  });
}

async function within<T>(limit: number, attempt: () => Attempt<T>): Promise<T> {
  const start = performance.now();
  for (;;) {
    const left = limit - (performance.now() - start);
    try {
      return await before(left, limit, attempt());
    } catch (cause) {
      if (!isCrowded(cause) || performance.now() - start > Math.min(limit, PATIENCE)) throw cause;
      await sleep(RETRY_AFTER);
    }
  }
}

function before<T>(left: number, limit: number, attempt: Attempt<T>): Promise<T> {
  if (limit === Infinity) return attempt.result;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      if (attempt.hasBegun?.()) return;
      attempt.giveUp?.();
      reject(new Error(`The database has not answered within ${limit} ms.`));
    }, left);
    attempt.result.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
