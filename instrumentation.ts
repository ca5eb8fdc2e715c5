/**
 * Called by the framework once, when a process starts: opens what the process needs, unless `server.ts` has
 * done so already. Our code is loaded by Node itself and not bundled: it starts processes and threads from
 * its own files.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { pathToFileURL } = await import('node:url');
    const file = pathToFileURL('lib/start/plain.ts').href;
    const { startPlain } = (await import(
      /* turbopackIgnore: true */ file
    )) as typeof import('./lib/start/plain.ts');
    await startPlain();
  }
}
