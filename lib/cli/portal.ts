/** `npm run portal -- <command>`: what an operator does from a terminal. */
import { Command } from 'commander';
import { closeDatabase, getDatabase, type Database } from '../db/client.ts';
import { startEmbedded } from '../db/embedded/start.ts';
import { migrate } from '../db/migrate.ts';
import { environment } from '../env.ts';
import { CodedError } from '../errors.ts';
import { exportFolder } from './export.ts';
import { generate } from './generate.ts';
import { importFolder } from './import.ts';
import { importRedirectsFile } from './redirects.ts';

/** Runs a command on a database that is there and up to date. */
async function withDatabase(command: (database: Database) => Promise<boolean>): Promise<void> {
  const env = environment();
  const embedded = env.DATABASE_URL ? null : await startEmbedded(env.DATA_DIR);
  try {
    const database = getDatabase();
    await migrate(database);
    if (!(await command(database))) process.exitCode = 1;
  } finally {
    await closeDatabase();
    await embedded?.release();
  }
}

const portal = new Command('portal')
  .description(
    'Works on the stories of a Caliber portal. Settings: DATABASE_URL, DATA_DIR (see the README).',
  )
  .showHelpAfterError();

portal
  .command('import')
  .description('reads a folder of Markdown files with front matter; only what changed is written')
  .argument('<folder>', 'for example edition')
  .option('--dry-run', 'say what would be done, and do nothing', false)
  .action((folder: string, { dryRun }: { dryRun: boolean }) =>
    withDatabase((database) => importFolder({ database, folder, dryRun })),
  );

portal
  .command('export')
  .description('writes every story as a folder that import reads back')
  .argument('<folder>', 'is made when it is not there')
  .action((folder: string) => withDatabase((database) => exportFolder({ database, folder })));

portal
  .command('generate')
  .description('makes synthetic stories in all four languages, for benches and tests')
  .requiredOption('--stories <n>', 'how many', Number)
  .option('--out <folder>', 'write files instead of importing')
  .action(async ({ stories, out }: { stories: number; out?: string }) => {
    if (out) await generate({ stories, out });
    else await withDatabase((database) => generate({ stories, database }));
  });

portal
  .command('redirects')
  .description('works on the addresses of a former site')
  .command('import')
  .description('reads a CSV of from,to; loops and chains are refused, and then nothing is written')
  .argument('<file>', 'for example redirects.csv')
  .action((path: string) => withDatabase((database) => importRedirectsFile({ database, path })));

portal.parseAsync().catch((cause: unknown) => {
  console.error(cause instanceof CodedError ? cause.message : cause);
  process.exitCode = 1;
});
