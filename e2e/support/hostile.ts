import type { Page } from '@playwright/test';

/** What hostile HTML did on a page: `hacked()` that ran, and what the policy had to refuse. */
export interface Harm {
  ran: string[];
  refused: string[];
}

/** Notes on every page from now on what hostile HTML does there. */
export async function watchForHarm(page: Page): Promise<Harm> {
  const harm: Harm = { ran: [], refused: [] };
  await page.exposeFunction('hacked', () => harm.ran.push(page.url()));
  await page.exposeFunction('refusedByPolicy', (what: string) => harm.refused.push(what));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      (window as unknown as { refusedByPolicy: (what: string) => void }).refusedByPolicy(
        `${event.effectiveDirective} ${event.blockedURI}`,
      ),
    ),
  );
  return harm;
}
