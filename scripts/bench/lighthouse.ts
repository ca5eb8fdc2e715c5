import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { launchOptions } from '../../e2e/support/browser.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * Has Lighthouse look at pages with its own settings of a phone, and prints a line each: the four scores,
 * the largest paint, the blocked time, the shift, and what it counts against the page.
 */
export async function printLighthouse(addresses: readonly string[]): Promise<void> {
  const chrome = await launch({
    ...(launchOptions.executablePath && { chromePath: launchOptions.executablePath }),
    chromeFlags: ['--headless=new', ...(launchOptions.args ?? [])],
  });
  try {
    for (const address of addresses) {
      const run = await lighthouse(address, {
        port: chrome.port,
        output: 'json',
        logLevel: 'error',
        onlyCategories: [...CATEGORIES],
      });
      if (!run) throw new Error(`Lighthouse did not look at ${address}.`);
      const { categories, audits } = run.lhr;
      const scores = CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100));
      const valueOf = (name: string) => audits[name]?.displayValue ?? '?';
      const faults = CATEGORIES.slice(1)
        .flatMap((name) => categories[name]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => id);
      console.log(
        `${new URL(address).pathname.padEnd(40)} ${scores.join(' ')} · LCP ${valueOf('largest-contentful-paint')}` +
          ` · blocked ${valueOf('total-blocking-time')} · CLS ${valueOf('cumulative-layout-shift')}` +
          ` · ${valueOf('total-byte-weight')}${faults.length > 0 ? ` · ${faults.join(', ')}` : ''}`,
      );
    }
  } finally {
    chrome.kill();
  }
}
