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
  expect(tallyOf('/nowhere/report.json', true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a test file that would not load is a failure', () => {
  const path = report({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    testResults: [{ status: 'failed', assertionResults: [] }],
  });
  expect(tallyOf(path, false)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('a flaky end-to-end test is a failure', () => {
  const path = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] });
  expect(tallyOf(path, false)).toEqual({ passed: 5, failed: 2, skipped: 0 });
});

test('a runner that fails without a failed test is a failure', () => {
  const path = report({
    numPassedTests: 2,
    numFailedTests: 0,
    numPendingTests: 0,
    testResults: [],
  });
  expect(tallyOf(path, false)).toEqual({ passed: 2, failed: 1, skipped: 0 });
});

test('what was skipped is counted, and is no failure', () => {
  const unit = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 3, testResults: [] };
  expect(tallyOf(report(unit), true)).toEqual({ passed: 2, failed: 0, skipped: 3 });
  const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 2 };
  expect(tallyOf(report({ stats, errors: [] }), true)).toEqual({
    passed: 5,
    failed: 0,
    skipped: 2,
  });
});
