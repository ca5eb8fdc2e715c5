import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { images } from '../db/schema/images.ts';
import { exportFolder } from '../cli/export.ts';
import { database, folder, head, put, run, mediaDir } from './testing.ts';

test('an import brings back pictures whose files were lost, though no article changed', async () => {
  put('a.en.md', `${head({ image: '{ src: images/a.jpg, alt: A }' })}\nText.\n`);
  await run();
  const [id = ''] = (await database.select({ id: images.id }).from(images)).map((row) => row.id);
  rmSync(join(mediaDir(), id, 'original.jpg'));
  expect((await run()).said).toEqual([
    'Brought back 1 of 1 lost pictures.',
    expect.stringContaining('0 new, 0 changed, 1 unchanged'),
  ]);
  rmSync(join(mediaDir(), id), { recursive: true });
  expect((await run()).said[0]).toBe('Brought back 1 of 1 lost pictures.');
  expect(readdirSync(join(mediaDir(), id))).toContain('original.jpg');
  expect((await run()).said).toHaveLength(1);
});

test('an export names a picture whose original is lost, and writes the rest', async () => {
  put('a.en.md', `${head({ image: '{ src: images/a.jpg, alt: A }' })}\nText.\n`);
  await run();
  const [id = ''] = (await database.select({ id: images.id }).from(images)).map((row) => row.id);
  await database.update(images).set({ sourceName: '..' });
  const out = join(folder, 'out');
  const complaints: string[] = [];
  const complain = (line: string) => void complaints.push(line);
  const write = () => exportFolder({ database, folder: out, say: () => {}, complain });
  expect(await write()).toBe(true);
  expect(readdirSync(join(out, 'images'))).toEqual([`${id}.jpg`]);
  rmSync(join(mediaDir(), id), { recursive: true });
  expect(await write()).toBe(false);
  expect(complaints[0]).toContain(`The original of the picture ${id} (..) is missing`);
  expect(readdirSync(out)).toContain('a.en.md');
});
