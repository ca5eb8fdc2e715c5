import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drillNames, filesOf, readDrill } from './drill.ts';

test('derived lists are not among the files of a patch', () => {
  const patch =
    'diff --git a/lib/a.ts b/lib/a.ts\n+x\ndiff --git a/lib/a.generated.ts b/lib/a.generated.ts\n+y\n';
  expect(filesOf(patch)).toEqual(['lib/a.ts']);
});

test.each(drillNames())('the toy %s touches as many files as its drill declares', (name) => {
  const { files, touched } = readDrill(name);
  expect(touched).toHaveLength(files);
});

test.each(drillNames())('%s has a page, which CONTRIBUTING.md links', (name) => {
  const page = `docs/extending/${name}.md`;
  expect(existsSync(page)).toBe(true);
  expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain(`(${page})`);
});
