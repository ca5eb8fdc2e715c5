/**
 * A folder of Markdown and a database to import it into, for the tests of one file: the folder is new, and the
 * database empty, before each test.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach } from 'vitest';
import { testDatabase } from '../db/testing.ts';
import { exportFolder } from '../cli/export.ts';
import { importFolder } from './import-folder.ts';

export const work = mkdtempSync(join(tmpdir(), 'caliber-import-'));
const dataDir = join(tmpdir(), `caliber-import-data-${process.pid}`);
// eslint-disable-next-line no-restricted-properties -- sets the portal's data folder for these tests
process.env['DATA_DIR'] = dataDir;

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

export const database = await testDatabase();
export let folder = '';

beforeEach(async () => {
  folder = mkdtempSync(join(work, 'folder-'));
  mkdirSync(join(folder, 'images'));
  const picture = sharp({
    create: { width: 600, height: 400, channels: 3, background: '#335577' },
  });
  await picture.jpeg().toFile(join(folder, 'images', 'a.jpg'));
});

export const head = (fields: Record<string, string>) =>
  `---\n${Object.entries({
    story: 'a',
    locale: 'en',
    category: 'sport',
    headline: '"Cup & “final”"',
    publishedAt: '2026-11-20T09:15:00+04:00',
    ...fields,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n`;

export const put = (name: string, text: string) => writeFileSync(join(folder, name), text);

export async function run(dryRun = false) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const isWhole = await importFolder({ database, folder, dryRun, say, complain: say });
  return { isWhole, said };
}

/** What an export writes of a story: what the portal knows of it. */
export async function exported(name: string): Promise<string> {
  const out = mkdtempSync(join(work, 'out-'));
  await exportFolder({ database, folder: out, say: () => {} });
  return readFileSync(join(out, name), 'utf8');
}

export const mediaDir = () => join(dataDir, 'media');
