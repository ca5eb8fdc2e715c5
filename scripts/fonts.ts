/**
 * Cuts the serif to the letters that our languages use and writes `public/fonts/*.woff2`. They are committed:
 * run it again after a change of typeface, or for a language with letters of its own (`node scripts/fonts.ts`).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cutForPages, fontCuts } from './font-cuts.ts';

const LARGEST_FILE = 40_000;

const target = fileURLToPath(new URL('../public/fonts/', import.meta.url));
mkdirSync(target, { recursive: true });
for (const cut of await fontCuts()) {
  const bytes = await cutForPages(cut);
  if (bytes.length > LARGEST_FILE)
    throw new Error(`${cut.file}: ${bytes.length} bytes is over a script's share.`);
  writeFileSync(`${target}${cut.file}.woff2`, bytes);
  process.stdout.write(`${cut.file} ${bytes.length} bytes\n`);
}
