/**
 * The portal's process. `node server.ts` serves the output of `next build`; `--dev` runs the development
 * server.
 */
import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';

// Before anything else is loaded: what one start compiles is reused by the next one.
enableCompileCache('.next/cache/node');
const { CodedError } = await import('./lib/errors.ts');
const { serve } = await import('./lib/start/serve.ts');

const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });
serve(values.dev).catch((cause: unknown) => {
  console.error(cause instanceof CodedError ? cause.message : cause);
  process.exit(1);
});
