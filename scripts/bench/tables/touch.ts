/** A reader with a phone: what is loaded for reading alone, and how long the first press takes to be answered. */
import { chromium } from '@playwright/test';
import { launchOptions } from '../../../e2e/support/browser.ts';
import { hydrated } from '../../../components/runtime/Hydrated.attributes.ts';
import type { Table } from '../harness.ts';
import { serveEdition } from './lighthouse.ts';

const TIMES = 10;
/** Lighthouse's phone: four times slower than this machine, on a slow 4G network (bytes a second, ms). */
const SLOWDOWN = 4;
const SLOW_4G = {
  offline: false,
  downloadThroughput: 204_800,
  uploadThroughput: 96_000,
  latency: 150,
};
const ARTICLE = '/en/post/why-port-selme-is-dredging-a-channel-nobody-asked-for';

export const run: Table = async (bench) => {
  const { site } = await serveEdition(bench);
  await fetch(site + ARTICLE);
  await fetch(`${site}/en`);
  const browser = await chromium.launch(launchOptions);
  const waits: number[] = [];
  let scripts = 0;
  let lost = 0;
  try {
    for (let time = 0; time < TIMES; time++) {
      const context = await browser.newContext({
        viewport: { width: 412, height: 823 },
        hasTouch: true,
      });
      const page = await context.newPage();
      const client = await context.newCDPSession(page);
      await client.send('Network.enable');
      await client.send('Network.emulateNetworkConditions', SLOW_4G);
      await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
      page.on('request', (request) => {
        if (request.resourceType() === 'script' && !isTouched) scripts++;
      });
      let isTouched = false;
      await page.goto(site + ARTICLE, { waitUntil: 'load' });
      // Who only reads goes through the text.
      await page.mouse.wheel(0, 600);
      await page.waitForLoadState('networkidle');
      await page.evaluate((hydrated) => {
        addEventListener(hydrated, () => performance.mark('hydrated'), { once: true });
        addEventListener('pointerdown', () => performance.mark('touched'), {
          capture: true,
          once: true,
        });
      }, hydrated.event);
      isTouched = true;
      await page.evaluate(() => scrollTo(0, 0));
      await page.getByRole('link', { name: 'Search', exact: true }).click();
      const box = page.getByRole('dialog').getByRole('combobox');
      await box.fill('harbour');
      await page.waitForFunction(() => performance.getEntriesByName('hydrated').length > 0, null, {
        timeout: 30_000,
      });
      waits.push(
        await page.evaluate(() => {
          const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? 0;
          return at('hydrated') - at('touched');
        }),
      );
      // What was typed before hydration is still there, and is answered.
      if ((await box.inputValue()) !== 'harbour') lost++;
      await context.close();
    }
  } finally {
    await browser.close();
  }
  waits.sort((one, other) => one - other);
  console.log(
    `\nA phone (CPU ÷ ${SLOWDOWN}, slow 4G), ${TIMES} readers of an article: script files while reading ${scripts} (asked for: 0); ` +
      `first touch to hydrated: median ${waits[TIMES >> 1]?.toFixed(0)} ms, slowest ${waits.at(-1)?.toFixed(0)} ms ` +
      `(asked for: ≤ 1,500); what was typed before and lost: ${lost}`,
  );
};
