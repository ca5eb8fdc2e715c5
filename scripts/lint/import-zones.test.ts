import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import { ZONES } from './import-zones.mjs';

const eslint = new ESLint();

/** The rules that a one-line file in a zone breaks. */
async function broken(folder: string, source: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`import ${JSON.stringify(source)};\n`, {
    filePath: `${folder}/probe.ts`,
  });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

const cases = ZONES.flatMap((zone) =>
  zone.never.map((forbidden) => ({
    folder: zone.name,
    source: /^(app|components|lib|messages)\b/.test(forbidden)
      ? `@/${forbidden.replace(/!\(.*/, 'other.ts')}`
      : forbidden,
  })),
);

describe('import zones', () => {
  test.each(cases)('$folder is refused the import of $source', async ({ folder, source }) => {
    expect(await broken(folder, source)).toEqual(['no-restricted-imports']);
  });

  test('a room is refused a forbidden neighbour by a relative path too', async () => {
    expect(await broken('lib/press', '../publication/front.ts')).toEqual(['no-restricted-imports']);
    expect(await broken('lib/content', '../db/client.ts')).toEqual(['no-restricted-imports']);
  });

  test('what the table allows passes', async () => {
    expect(await broken('lib/newsroom', '../publication/cache-tags.ts')).toEqual([]);
    expect(await broken('lib/publication', '../db/client.ts')).toEqual([]);
    expect(await broken('lib/syndication', '../db/outbox.ts')).toEqual([]);
    expect(await broken('components/article', '@/lib/content/article')).toEqual([]);
  });
});
