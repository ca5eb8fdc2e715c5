/**
 * The thread that runs PGlite and answers the PostgreSQL protocol. It is a thread of its own because a
 * statement blocks it: its owner counts the answers to its pings and ends it when they stay out.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { createGate } from './gate.ts';

const { data, socket } = workerData as { data: string | null; socket: string };
const database = await PGlite.create({ ...(data && { dataDir: data }), extensions: { pg_trgm } });
const gate = createGate(database);
await new Promise<void>((resolve) => gate.listen(socket, resolve));

parentPort?.on('message', (message: 'ping' | 'stop') => {
  if (message === 'ping') return parentPort?.postMessage('pong');
  gate.close();
  void database.close().finally(() => parentPort?.postMessage('stopped'));
});
parentPort?.postMessage('ready');
