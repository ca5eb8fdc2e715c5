import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { Engine } from './engine-keeper.ts';
import { placesIn } from './places.ts';
import { startEmbedded } from './start.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'caliber-embedded-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const LIMIT = 120_000;

/** Asks until it is answered: what a portal does while its database starts again. */
async function insist<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const deadline = performance.now() + 60_000; ; await sleep(100)) {
    try {
      return await ask();
    } catch (cause) {
      if (performance.now() > deadline) throw cause;
    }
  }
}

test(
  'users share one database; killed in the middle it starts again with every acknowledged row',
  { timeout: LIMIT },
  async () => {
    const [first, second] = await Promise.all([startEmbedded(dataDir), startEmbedded(dataDir)]);
    expect(second.socket).toBe(first.socket);
    const sql = postgres({
      path: first.socket,
      max: 1,
      username: 'postgres',
      database: 'postgres',
      onnotice: () => {},
    } as never);
    await sql`create table kept (n integer primary key)`;
    const acknowledged: number[] = [];
    for (let round = 0; round < 3; round++) {
      for (let n = round * 20; n < round * 20 + 20; n++) {
        await sql`insert into kept values (${n})`;
        acknowledged.push(n);
      }
      process.kill(Number(readFileSync(placesIn(dataDir).pid, 'utf8')), 'SIGKILL');
      await insist(() => sql`select 1`);
    }
    const rows = await sql<{ n: number }[]>`select n from kept order by n`;
    expect(rows.map(({ n }) => n)).toEqual(acknowledged);
    await sql.end({ timeout: 1 });
    await second.release();
    await first.release();
  },
);

test(
  'a statement that holds the engine too long is ended, and the next is answered',
  { timeout: LIMIT },
  async () => {
    const socket = join(dataDir, 'engine.sock');
    const engine = new Engine({ data: null, socket, statementLimit: 1500 });
    await engine.ready;
    const sql = postgres({
      path: socket,
      max: 2,
      username: 'postgres',
      database: 'postgres',
    } as never);
    await expect(sql`select count(*) from generate_series(1, 100000000000)`).rejects.toThrow();
    expect(await insist(() => sql`select 2 as two`)).toMatchObject([{ two: 2 }]);
    expect(engine.restarts).toBe(1);
    await sql.end({ timeout: 1 });
    await engine.stop();
  },
);

test('a folder that cannot be a folder gets one clear sentence', async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  await expect(startEmbedded(file)).rejects.toThrow(/cannot be written: .*set DATA_DIR/);
});
