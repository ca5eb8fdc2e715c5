import { test as base } from '@playwright/test';

/** A page on which nothing may go wrong unseen: an error or a warning in the console fails the test. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        complaints.push(message.text());
    });
    await use(page);
    // The browser reports intended 4xx answers, and failures that a test simulates, as failed requests.
    const unexpected = complaints.filter(
      (text) =>
        !/status of (401|403|404|409|410|422|429|503)/.test(text) &&
        // What may be asked of browsers is denied by name, also what the one of the tests does not have.
        !text.startsWith('Error with Permissions-Policy header: Unrecognized feature'),
    );
    base.expect(unexpected).toEqual([]);
  },
});
export { expect } from '@playwright/test';
