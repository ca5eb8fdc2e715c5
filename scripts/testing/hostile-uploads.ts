import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { diskStore } from '../../lib/media/disk-store.ts';
import { imageIdOf, ingestPicture } from '../../lib/media/ingest.ts';
import { hostileFile } from './hostile-files.ts';

export interface HostileOutcome {
  /** How many were refused for each reason. */
  refusals: Record<string, number>;
  /** Those that had to be refused and were not. */
  passed: string[];
  /** Those that a decoder could mend, and that were cut as a picture. */
  mended: number;
  /** What a refused file left behind, in the store or where pictures are worked on. */
  traces: string[];
  /** Whether a good picture was cut after all of them. */
  isWellAfter: boolean;
  /** Milliseconds that the slowest took. */
  slowest: number;
}

/**
 * Has hostile files cut as the library does.
 * @param onFile - called after each
 */
export async function tryHostileFiles({
  folder,
  count,
  onFile = () => {},
}: {
  folder: string;
  count: number;
  onFile?: () => void;
}): Promise<HostileOutcome> {
  const media = join(folder, 'media');
  const places = { store: diskStore(media), work: join(folder, 'work') };
  mkdirSync(media, { recursive: true });
  mkdirSync(places.work, { recursive: true });
  const found: HostileOutcome = {
    refusals: {},
    passed: [],
    mended: 0,
    traces: [],
    isWellAfter: false,
    slowest: 0,
  };
  const ingest = async (bytes: Buffer) => {
    const path = join(folder, 'upload');
    writeFileSync(path, bytes);
    const startedAt = performance.now();
    const answer = await ingestPicture(path, places);
    found.slowest = Math.max(found.slowest, performance.now() - startedAt);
    return answer;
  };
  for (let number = 0; number < count; number++) {
    const { name, bytes, isCertain } = await hostileFile(number);
    const answer = await ingest(bytes);
    if (answer.ok) {
      if (isCertain) found.passed.push(name);
      else found.mended++;
    } else {
      const { code } = answer.refusal;
      found.refusals[code] = (found.refusals[code] ?? 0) + 1;
      if (existsSync(join(media, imageIdOf(bytes)))) found.traces.push(`${name} in the store`);
    }
    if (readdirSync(places.work).length > 0) found.traces.push(`${name} in the work folder`);
    onFile();
  }
  const good = sharp({ create: { width: 640, height: 480, channels: 3, background: '#35a' } });
  found.isWellAfter = (await ingest(await good.png().toBuffer())).ok;
  return found;
}
