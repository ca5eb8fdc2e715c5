import { existsSync, readFileSync } from 'node:fs';

/** How many checks held, how many did not, and how many were left out. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** Skipped, each by name. */
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/**
 * Counts a runner's JSON report; a report that is missing, a file that would not load and a flaky test
 * each count as a failure.
 * @param path - where Vitest or Playwright wrote its report
 * @param succeeded - whether the runner itself exited with 0
 */
export function tallyOf(path: string, succeeded: boolean): Tally {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport | PlaywrightReport;
  const tally =
    'stats' in report
      ? {
          passed: report.stats.expected,
          failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
          skipped: report.stats.skipped,
        }
      : {
          passed: report.numPassedTests,
          failed:
            report.numFailedTests +
            report.testResults.filter(
              (file) => file.status === 'failed' && file.assertionResults.length === 0,
            ).length,
          skipped: report.numPendingTests,
        };
  if (!succeeded && tally.failed === 0) return { ...tally, failed: 1 };
  return tally;
}
