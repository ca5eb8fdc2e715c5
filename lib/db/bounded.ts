/**
 * Nothing waits for the database longer than a limit, wherever it would wait: for a free connection, for one
 * to be made, for an answer. The driver limits each of these, and a queue of them lasts as long as all
 * together. A server that has no connection left to give is asked again within the limit, when one of ours
 * may be free.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';

/** Milliseconds between tries for a connection, where the server has none left. */
const RETRY_AFTER = 50;
/** Milliseconds for which work without a limit tries to get one. */
const PATIENCE = 30_000;

/** PostgreSQL's `too_many_connections`: raised before anything was asked on the connection. */
const isCrowded = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === '53300';

/** What runs once a connection is there, and how it began. */
interface Attempt<T> {
  result: Promise<T>;
  /** Whether its own work has begun, which has limits of its own. */
  hasBegun?: () => boolean;
  /** Told that nobody waits any more. */
  giveUp?: () => void;
}

/**
 * Bounds the two ways in which statements are sent (drizzle's): one by itself, and a transaction until it
 * begins. Statements of a transaction are bounded one by one, by the silence of its connection.
 * @param limit - milliseconds; Infinity for work that may take as long as it likes
 */
export function bounded(sql: postgres.Sql, limit: number): postgres.Sql {
  const unsafe = (...asked: Parameters<postgres.Sql['unsafe']>) => {
    const rows = () =>
      within(limit, () => ({ result: sql.unsafe(...asked).then((found) => found) }));
    const values = () => within(limit, () => ({ result: sql.unsafe(...asked).values() }));
    return {
      values,
      then: (...told: Parameters<Promise<unknown>['then']>) => rows().then(...told),
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
