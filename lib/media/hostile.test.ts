import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { tryHostileFiles } from '../../scripts/testing/hostile-uploads.ts';
import { closeCutter } from './cutter.ts';

afterAll(closeCutter);
const MINUTE = 60_000;

test(
  'of forty-eight hostile files none leaves a trace, and the picture after each is cut',
  { timeout: 10 * MINUTE },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'caliber-hostile-'));
    const found = await tryHostileFiles({ folder, count: 48 });
    expect(found.passed).toEqual([]);
    expect(found.traces).toEqual([]);
    expect(found.isWellAfter).toBe(true);
    // Each kind of refusal that such files are for was met.
    for (const code of ['svg', 'no_picture', 'hidden_content', 'too_many_pixels', 'broken'])
      expect(found.refusals[code], code).toBeGreaterThan(0);
  },
);
