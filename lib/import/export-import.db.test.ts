import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectTo } from '../db/client.ts';
import { testDatabaseUrl } from '../db/testing.ts';
import { writeEdition } from '../../scripts/testing/edition/write-edition.ts';
import { exportFolder } from '../cli/export.ts';
import { importFolder } from './import-folder.ts';
import { work, folder } from './testing.ts';

/** A pool as the command line has it: a whole edition takes what a busy machine gives it. */
function patientDatabase() {
  const { database: own, close } = connectTo({ url: testDatabaseUrl }, { isPatient: true });
  onTestFinished(close);
  return own;
}

test('export, import, export gives the same bytes', async () => {
  const database = patientDatabase();
  // Pictures so small that cutting them costs next to nothing.
  await writeEdition(folder, 320);
  const complaints: string[] = [];
  const complain = (line: string) => void complaints.push(line);
  await importFolder({ database, folder, dryRun: false, say: () => {}, complain });
  expect(complaints).toEqual([]);
  const first = join(work, 'first');
  const second = join(work, 'second');
  await exportFolder({ database, folder: first, say: () => {} });
  await database.execute('truncate stories, authors, topics, images restart identity cascade');
  await importFolder({ database, folder: first, dryRun: false, say: () => {}, complain });
  expect(complaints).toEqual([]);
  await exportFolder({ database, folder: second, say: () => {} });
  const names = (path: string) => readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
  expect(names(second)).toEqual(names(first));
  for (const name of names(first).filter((file) => file.includes('.'))) {
    expect([
      name,
      readFileSync(join(second, name)).equals(readFileSync(join(first, name))),
    ]).toEqual([name, true]);
  }
  // The time is for a machine that does much else: how fast an import is, the bench measures.
}, 600_000);
