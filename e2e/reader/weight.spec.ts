import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { layoutShiftOf } from '../support/layout-shift.ts';

const KILOBYTE = 1024;

/** What a reader's page may weigh, in kB gzip; see the README for what it weighs. */
const BUDGET = { html: 17, javascript: 165, css: 9, fonts: 90, fontFiles: 2 };

/** One story of the edition in each language: what others publish beside this test is not weighed. */
const ARTICLES = {
  en: 'why-port-selme-is-dredging-a-channel-nobody-asked-for',
  ru: 'zachem-port-selme-uglublyaet-kanal-o-kotorom-nikto-ne-prosil',
  hy: 'inchu-e-port-selmen-khoracnum-jrancqy-vory-voch-voq-chi-khndrel',
  az: 'port-selme-hec-kimin-istemediyi-kanali-niye-derinlesdirir',
};

for (const [locale, slug] of Object.entries(ARTICLES)) {
  test(`the article page of ${locale} keeps to its budget`, async ({ page }) => {
    const loaded = { javascript: 0, css: 0, fonts: 0, fontFiles: 0 };
    page.on('response', (response) => {
      void response
        .body()
        .then((body) => {
          const path = new URL(response.url()).pathname;
          if (path.endsWith('.js')) loaded.javascript += gzipSync(body, { level: 9 }).length;
          if (path.endsWith('.css')) loaded.css += gzipSync(body, { level: 9 }).length;
          if (path.endsWith('.woff2')) {
            loaded.fonts += body.length;
            loaded.fontFiles += 1;
          }
        })
        .catch(() => {
          // A redirect has no body.
        });
    });
    const fresh = await page.goto(`/${locale}/post/${slug}`, { waitUntil: 'networkidle' });
    const html = gzipSync((await fresh?.body()) ?? '').length;
    expect(html / KILOBYTE).toBeLessThan(BUDGET.html);
    expect(loaded.javascript / KILOBYTE).toBeLessThan(BUDGET.javascript);
    expect(loaded.css / KILOBYTE).toBeLessThan(BUDGET.css);
    expect(loaded.fonts / KILOBYTE).toBeLessThan(BUDGET.fonts);
    expect(loaded.fontFiles).toBeLessThanOrEqual(BUDGET.fontFiles);
    expect(await layoutShiftOf(page)).toBeLessThan(0.02);
  });
}
