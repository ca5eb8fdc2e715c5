import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';

/** Debian's Chromium where it is there, Playwright's own elsewhere. */
const CHROMIUM = '/usr/bin/chromium';

/** How the browser is started: quiet, and without its sandbox where root would not be let in. */
export const launchOptions: LaunchOptions = {
  ...(existsSync(CHROMIUM) && { executablePath: CHROMIUM }),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
