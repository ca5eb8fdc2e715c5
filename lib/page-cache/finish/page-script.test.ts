import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { compilePageScripts } from './page-script.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles page scripts of our own. */
async function compile(files: Record<string, string>) {
  mkdirSync('.test', { recursive: true });
  folder = mkdtempSync('.test/page-script-');
  mkdirSync(`${folder}/deep`);
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
  return compilePageScripts(folder);
}

test('a page script is found by its name and runs at the moments that it exports', async () => {
  const { first, main, outdated } = await compile({
    'deep/Toy.page.ts':
      'export function beforePaint() { early() }\nexport function atPageEnd() { late() }',
    'Other.page.ts': 'export function whenOutdated() { again() }',
    'deep/other.ts': 'export function atPageEnd() { never() }',
  });
  expect(first).toMatch(/early\(\)/);
  expect(main).toMatch(/late\(\)/);
  expect(outdated).toMatch(/again\(\)/);
  expect(first + main + outdated).not.toMatch(/never/);
  expect(first + outdated).not.toMatch(/late/);
});

test('a misspelt moment fails the build, by the name of its file', async () => {
  await expect(compile({ 'Toy.page.ts': 'export function atPageEnds() {}' })).rejects.toThrow(
    /Toy\.page\.ts may export .*atPageEnd.*, but exports: atPageEnds/,
  );
});

test('the attributes of a component are written where its script uses them', async () => {
  const { main } = await compile({
    'Toy.attributes.ts': "export const toy = { button: 'data-toy', kept: 'toy' } as const;",
    'Toy.page.ts':
      "import { toy } from './Toy.attributes';\nexport function atPageEnd() { find(`[${toy.button}] i`, toy.kept) }",
  });
  expect(main).toContain('find("[data-toy] i","toy")');
});

test('the scripts of every page stay under 3 kB gzip', async () => {
  const { first, main } = await compilePageScripts();
  expect(gzipSync(first + main, { level: 9 }).length).toBeLessThan(3000);
});

test('a page script cannot end its own element', async () => {
  const { main } = await compile({
    'Toy.page.ts': "export function atPageEnd() { say('</script>') }",
  });
  expect(main).not.toMatch(/<\/script/i);
});
