import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { connectTo } from '../client.ts';
import { placesIn, socketIn } from './places.ts';
import { startEmbedded } from './start.ts';
import {
  connectIn,
  insist,
  isAlive,
  LIMIT,
  ownerPid,
  postmasterPid,
  temporaryFolder,
  until,
} from './testing.ts';

// One folder for all: making a cluster costs more than the rest.
const { dataDir, remove } = temporaryFolder();
afterAll(remove);
const said: string[] = [];
const say = (sentence: string) => void said.push(sentence);
beforeEach(() => {
  said.length = 0;
});

/** Writes numbers, kills something after each few, and returns those that are there and were acknowledged. */
async function writeUnder(pidOf: () => number, rounds: number): Promise<[number[], number[]]> {
  const sql = connectIn(dataDir);
  await sql`drop table if exists kept`;
  await sql`create table kept (n integer primary key)`;
  const acknowledged: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let n = round * 20; n < round * 20 + 20; n++) {
      // One that died may answer once more: what fails is tried again, and counts once it is acknowledged.
      await insist(() => sql`insert into kept values (${n}) on conflict do nothing`);
      acknowledged.push(n);
    }
    const pid = pidOf();
    process.kill(pid, 'SIGKILL');
    await insist(async () => expect(pidOf()).not.toBe(pid));
  }
  await insist(() => sql`select 1`);
  const rows = await sql<{ n: number }[]>`select n from kept order by n`;
  await sql.end({ timeout: 1 });
  return [rows.map(({ n }) => n), acknowledged];
}

test('two who start at once share one database', { timeout: LIMIT }, async () => {
  const leases = await Promise.all([startEmbedded(dataDir, say), startEmbedded(dataDir, say)]);
  const [one, other] = [connectIn(dataDir), connectIn(dataDir)];
  await one`create table shared (n integer)`;
  expect(await other`select count(*)::int as n from shared`).toEqual([{ n: 0 }]);
  await Promise.all([one.end(), other.end()]);
  for (const lease of leases) await lease.release();
});

test(
  'a server that is killed is started again, with every acknowledged row',
  { timeout: LIMIT },
  async () => {
    const lease = await startEmbedded(dataDir, say);
    const [rows, acknowledged] = await writeUnder(() => postmasterPid(dataDir), 3);
    expect(rows).toEqual(acknowledged);
    expect(said.filter((sentence) => sentence.includes('started again'))).toHaveLength(3);
    await lease.release();
  },
);

test(
  'an owner that is killed leaves a server that its successor replaces, with every acknowledged row',
  { timeout: LIMIT },
  async () => {
    const lease = await startEmbedded(dataDir, say);
    const [rows, acknowledged] = await writeUnder(() => ownerPid(dataDir), 2);
    expect(rows).toEqual(acknowledged);
    await lease.release();
  },
);

test(
  'while processes of a killed server hold its memory no other is started beside them',
  { timeout: LIMIT },
  async () => {
    const lease = await startEmbedded(dataDir, say);
    const sql = connectIn(dataDir);
    const [{ pid } = { pid: 0 }] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const { log } = placesIn(dataDir);
    const before = readFileSync(log, 'utf8').length;
    process.kill(pid, 'SIGSTOP');
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    await until(() => readFileSync(log, 'utf8').slice(before).includes('shared memory block'));
    process.kill(pid, 'SIGCONT');
    expect(await insist(() => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await sql.end({ timeout: 1 });
    await lease.release();
  },
);

test('the last one who lets go waits until it is stopped', { timeout: LIMIT }, async () => {
  const [first, second] = [await startEmbedded(dataDir, say), await startEmbedded(dataDir, say)];
  const pids = [ownerPid(dataDir), postmasterPid(dataDir)];
  await first.release();
  expect(pids.map(isAlive)).toEqual([true, true]);
  await second.release();
  expect(existsSync(join(placesIn(dataDir).home, '18', 'postmaster.pid'))).toBe(false);
  await until(() => !pids.some(isAlive));
});

test('a client that is killed releases its lease', { timeout: LIMIT }, async () => {
  const start = new URL('./start.ts', import.meta.url).pathname;
  const script = `import { startEmbedded } from ${JSON.stringify(start)};
    await startEmbedded(${JSON.stringify(dataDir)}); console.log('held'); setInterval(() => {}, 1000);`;
  const user = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await once(user.stdout, 'data');
  const pids = [ownerPid(dataDir), postmasterPid(dataDir)];
  user.kill('SIGKILL');
  await until(() => !pids.some(isAlive));
});

test('a half-made cluster is created again', { timeout: LIMIT }, async () => {
  const fresh = temporaryFolder();
  const unfinished = join(fresh.dataDir, 'database', '18.new');
  mkdirSync(join(unfinished, 'base'), { recursive: true });
  const lease = await startEmbedded(fresh.dataDir, say);
  expect(existsSync(unfinished)).toBe(false);
  const sql = connectIn(fresh.dataDir);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  await sql.end();
  await lease.release();
  fresh.remove();
});

test(
  'a pid file whose pid is now somebody else’s is no hindrance',
  { timeout: LIMIT },
  async () => {
    await (await startEmbedded(dataDir, say)).release();
    const cluster = join(placesIn(dataDir).home, '18');
    const { uid, gid } = statSync(cluster);
    const file = join(cluster, 'postmaster.pid');
    writeFileSync(file, `${process.pid}\n${cluster}\n0\n5432\n\n\n  1  1\nready   \n`);
    execFileSync('chown', [`${uid}:${gid}`, file]);
    const lease = await startEmbedded(dataDir, say);
    const sql = connectIn(dataDir);
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    await sql.end();
    await lease.release();
  },
);

test(
  'sockets whose path would be too long lie in a private folder elsewhere',
  { timeout: LIMIT },
  async () => {
    const shallow = temporaryFolder();
    chmodSync(shallow.dataDir, 0o711);
    const deep = join(shallow.dataDir, 'a-folder-with-a-long-name'.repeat(4));
    mkdirSync(deep);
    const [first, second] = [await startEmbedded(deep, say), await startEmbedded(deep, say)];
    const { run, home } = placesIn(deep);
    expect(run.startsWith(home)).toBe(false);
    expect(statSync(run).mode & 0o777).toBe(0o700);
    const sql = connectIn(deep);
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    await sql.end();
    await first.release();
    await second.release();
    // The folder of one start is not used at the next: somebody else may have made it meanwhile.
    const third = await startEmbedded(deep, say);
    expect(placesIn(deep).run).not.toBe(run);
    await third.release();
    shallow.remove();
  },
);

test('other users cannot read or write its files', { timeout: LIMIT }, async () => {
  const lease = await startEmbedded(dataDir, say);
  const sql = connectIn(dataDir);
  await sql`create table private_rows as select generate_series(1, 1000) as n`;
  await sql.end();
  // Folders that root gives another user a way through may be passed, not read.
  const open = execFileSync('find', [join(dataDir, 'database'), '-perm', '/066'], {
    encoding: 'utf8',
  });
  expect(open).toBe('');
  await lease.release();
});

test(
  'it is reached by its socket alone, and is as durable as any',
  { timeout: LIMIT },
  async () => {
    const lease = await startEmbedded(dataDir, say);
    const sql = connectIn(dataDir);
    const names = [
      'listen_addresses',
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'data_checksums',
    ];
    const settings = await sql<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name = any(${names}) order by name`;
    expect(settings.map(({ name, setting }) => `${name}=${setting}`)).toEqual([
      'data_checksums=on',
      'fsync=on',
      'full_page_writes=on',
      'listen_addresses=',
      'synchronous_commit=on',
    ]);
    expect(statSync(socketIn(placesIn(dataDir).run)).mode & 0o777).toBe(0o700);
    // The portal's role owns its database and is no superuser.
    expect(await sql`select rolsuper from pg_roles where rolname = current_user`).toEqual([
      { rolsuper: false },
    ]);
    await sql.end();
    await lease.release();
  },
);

test(
  'a statement that takes longer than any may is ended, as on any PostgreSQL',
  { timeout: LIMIT },
  async () => {
    const lease = await startEmbedded(dataDir, say);
    const { database, close } = connectTo({ dataDir });
    const asked = database.execute('select pg_sleep(60)').catch((cause: Error) => cause.cause);
    expect(String(await asked)).toMatch(/canceling statement due to statement timeout/);
    expect(await database.execute('select 2 as two')).toMatchObject([{ two: 2 }]);
    await close();
    await lease.release();
  },
);

test('a line of the operator’s in postgresql.conf wins', { timeout: LIMIT }, async () => {
  await (await startEmbedded(dataDir, say)).release();
  const file = join(placesIn(dataDir).home, '18', 'postgresql.conf');
  execFileSync('sh', ['-c', 'echo "work_mem = 3MB" >> "$1"', 'sh', file]);
  const lease = await startEmbedded(dataDir, say);
  const sql = connectIn(dataDir);
  expect(await sql`show work_mem`).toEqual([{ work_mem: '3MB' }]);
  await sql.end();
  await lease.release();
});

test('a folder that cannot be a folder gets one clear sentence', async () => {
  const file = join(dataDir, 'file');
  writeFileSync(file, '');
  await expect(startEmbedded(file, say)).rejects.toThrow(/cannot be written: .*set DATA_DIR/);
});

test('a database of a newer release is refused by name', { timeout: LIMIT }, async () => {
  const later = temporaryFolder();
  mkdirSync(join(later.dataDir, 'database', '19'), { recursive: true });
  await expect(startEmbedded(later.dataDir, say)).rejects.toThrow(
    /is of PostgreSQL 19, and this release brings 18: install the release that made it/,
  );
  later.remove();
});
