/**
 * `npm run trials -- uploads [count]`: hostile files are sent to the library's cutter, 500 unless said
 * otherwise, and a disk is filled under uploads (as root on Linux, on a small tmpfs). Prints what it found.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { closeCutter } from '../../lib/media/cutter.ts';
import { diskStore } from '../../lib/media/disk-store.ts';
import { ingestPicture } from '../../lib/media/ingest.ts';
import { tryHostileFiles } from '../testing/hostile-uploads.ts';

const DISK = '6m';
const PICTURES = 12;

/** Cuts pictures onto a disk that is too small for them all. */
async function fillDisk(): Promise<void> {
  const disk = mkdtempSync(join(tmpdir(), 'caliber-full-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', disk]);
  const outside = mkdtempSync(join(tmpdir(), 'caliber-pictures-'));
  const counts: Record<string, number> = {};
  const half: string[] = [];
  try {
    const places = { store: diskStore(join(disk, 'media')), work: join(disk, 'work') };
    for (let number = 0; number < PICTURES; number++) {
      const path = join(outside, `${number}.jpg`);
      const noise = Buffer.from(
        Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * (number + 7) * 31) % 251),
      );
      const picture = sharp(noise, { raw: { width: 300, height: 300, channels: 3 } });
      writeFileSync(path, await picture.resize(1700, 1200).jpeg({ quality: 90 }).toBuffer());
      const answer = await ingestPicture(path, places);
      const outcome = answer.ok ? 'cut' : answer.refusal.code;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      if (readdirSync(places.work).length > 0) half.push(`${number} in the work folder`);
    }
    for (const id of readdirSync(join(disk, 'media'))) {
      const files = readdirSync(join(disk, 'media', id));
      if (!files.includes('picture.json') || id.startsWith('.')) half.push(id);
    }
  } finally {
    execFileSync('umount', [disk]);
    rmSync(outside, { recursive: true });
  }
  console.log(`A disk of ${DISK}: ${JSON.stringify(counts)}; half there: ${half.length}`);
  if (half.length > 0 || !counts['disk_full'] || !counts['cut']) process.exitCode = 1;
}

const count = Number(process.argv[2] ?? 500);
const folder = mkdtempSync(join(tmpdir(), 'caliber-hostile-'));
let done = 0;
const found = await tryHostileFiles({
  folder,
  count,
  onFile: () => {
    if (++done % 50 === 0) console.log(`${done} of ${count}`);
  },
});
rmSync(folder, { recursive: true });
console.log(JSON.stringify(found, null, 2));
if (found.passed.length > 0 || found.traces.length > 0 || !found.isWellAfter) process.exitCode = 1;
if (process.platform === 'linux' && process.getuid?.() === 0) await fillDisk();
else console.log('The full disk was not tried: it needs root on Linux.');
await closeCutter();
