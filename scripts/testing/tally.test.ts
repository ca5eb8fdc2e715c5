import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tallyOf } from './tally.ts';

function report(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tally-')), 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('a report that was never written is a failure', () => {
  expect(tallyOf('/nowhere/report.json', true)).toEqual({ passed: 0, failed: 1 });
});

test('a test file that would not load is a failure', () => {
  const path = report({
    numPassedTests: 3,
    numFailedTests: 0,
    testResults: [{ status: 'failed', assertionResults: [] }],
  });
  expect(tallyOf(path, false)).toEqual({ passed: 3, failed: 1 });
});

test('a flaky end-to-end test is a failure', () => {
  const path = report({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [] });
  expect(tallyOf(path, false)).toEqual({ passed: 5, failed: 2 });
});

test('a runner that fails without a failed test is a failure', () => {
  const path = report({ numPassedTests: 2, numFailedTests: 0, testResults: [] });
  expect(tallyOf(path, false)).toEqual({ passed: 2, failed: 1 });
});
