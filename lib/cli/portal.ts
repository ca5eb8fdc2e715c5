/** `npm run portal -- <command>`: the operator's commands for the terminal. */
import { Command } from 'commander';
import { databaseClock } from '../clock.ts';
import { closeDatabase, openPatiently, type Database } from '../db/client.ts';
import { startEmbedded } from '../db/embedded/start.ts';
import { migrateOwn } from '../db/migrate.ts';
import { environment } from '../env.ts';
import { peek } from '../events/follow.ts';
import { CodedError } from '../errors.ts';
import { dropOld } from '../db/embedded/drop-old.ts';
import { exportFolder } from './export.ts';
import { generate } from './generate.ts';
import { DEFAULT_LOCALE, isLocale, LOCALES } from '../i18n/locales.ts';
import { importFolder } from '../import/import-folder.ts';
import { importSite, type ImportSiteOptions } from '../import/import-site.ts';
import { keepPrivate } from '../private-data.ts';
import { mediaStore, workFolder } from '../media/open-store.ts';
import { checkMedia } from './media.ts';
import { importRedirectsFile } from '../import/redirects.ts';
import {
  addDemoPeople,
  addFromTerminal,
  checkDemoPeople,
  disableFromTerminal,
  linkFromTerminal,
  listFromTerminal,
  type UserOptions,
} from './user.ts';

/**
 * Runs a command on an existing, migrated database. No reader waits for the result: a statement over a
 * hundred articles may take minutes on a busy machine.
 */
async function withDatabase(command: (database: Database) => Promise<boolean>): Promise<void> {
  const env = environment();
  keepPrivate(env.DATA_DIR);
  const embedded = env.DATABASE_URL ? null : await startEmbedded(env.DATA_DIR);
  try {
    await migrateOwn();
    const { database, close } = openPatiently();
    try {
      await peek(database);
      if (!(await command(database))) process.exitCode = 1;
    } finally {
      await close();
    }
  } finally {
    await closeDatabase();
    await embedded?.release();
  }
}

const portal = new Command('portal')
  .description('Manage a Caliber portal. Settings: DATABASE_URL, DATA_DIR (see the README).')
  .showHelpAfterError();

interface ImportFlags extends Omit<ImportSiteOptions, 'database' | 'file' | 'locale'> {
  locale: string;
}

portal
  .command('import')
  .description(
    'Import Markdown files with front matter, or an export of WordPress or Ghost. Unchanged articles are skipped.',
  )
  .argument(
    '<source>',
    'a folder of Markdown files, a WordPress export (.xml) or a Ghost export (.json)',
  )
  .option('--dry-run', 'report what would change, and change nothing', false)
  .option('--locale <locale>', 'the language of articles that name none', DEFAULT_LOCALE)
  .option('--category <slug>', 'the category of posts whose categories are not known here')
  .option('--media <folder>', 'the folder with the export’s pictures; nothing is downloaded')
  .option('--redirects <file.csv>', 'write the redirects from the old addresses to this file')
  .option('--site <address>', 'the address of the exported site, if the export does not name it')
  .option('--overwrite', 'replace articles that came from another source', false)
  .option('--verbose', 'print every line of the report, not one per kind', false)
  .option('--report <file>', 'write every line of the report to this file')
  .action((source: string, { locale, ...flags }: ImportFlags, command: Command) => {
    if (!isLocale(locale)) command.error(`error: --locale is none of ${LOCALES.join(', ')}`);
    return withDatabase((database) =>
      /\.(xml|json)$/i.test(source)
        ? importSite({ database, file: source, locale, ...flags })
        : importFolder({ database, folder: source, locale, ...flags }),
    );
  });

portal
  .command('export')
  .description(
    'Export every article as Markdown, with its pictures. “portal import” reads it back.',
  )
  .argument('<folder>', 'created if it does not exist')
  .action((folder: string) => withDatabase((database) => exportFolder({ database, folder })));

portal
  .command('generate')
  .description('Generate synthetic articles in every language, for benchmarks and tests.')
  .requiredOption('--stories <n>', 'number of stories', Number)
  .option('--out <folder>', 'write Markdown files instead of importing')
  .action(async ({ stories, out }: { stories: number; out?: string }) => {
    if (out) await generate({ stories, out });
    else await withDatabase((database) => generate({ stories, database }));
  });

portal
  .command('redirects')
  .description('Manage redirects from the addresses of a former site.')
  .command('import')
  .description(
    'Import redirects from a CSV file with the columns from and to. Nothing is written if there is a loop or a chain.',
  )
  .argument('<file>', 'for example redirects.csv')
  .action((path: string) => withDatabase((database) => importRedirectsFile({ database, path })));

portal
  .command('data')
  .description('Manage the folders in DATA_DIR.')
  .command('drop-old')
  .description('Delete the databases of earlier releases whose data was moved.')
  .action(() => void dropOld(environment().DATA_DIR));

portal
  .command('media')
  .description('Manage the picture files.')
  .command('check')
  .description('Check every picture file, and list the missing and corrupt ones.')
  .option('--repair', 'create missing and corrupt files again from their original', false)
  .action(({ repair }: { repair: boolean }) =>
    withDatabase((database) =>
      checkMedia({ database, repair, places: { store: mediaStore(), work: workFolder() } }),
    ),
  );

const user = portal.command('user').description('Manage newsroom accounts.');

user
  .command('add')
  .description('Add an account, or renew its link. Prints a one-time link to set a password.')
  .argument('<email>')
  .requiredOption('--name <name>', 'the name that colleagues see')
  .requiredOption('--role <role>', 'reporter, editor or editor-in-chief')
  .option('--locales <list>', 'languages that the role covers, for example en,ru (default: all)')
  .option(
    '--categories <list>',
    'categories that the role covers, for example sport,world (default: all)',
  )
  .action((email: string, options: UserOptions) =>
    withDatabase((database) => addFromTerminal(email, options, { database, clock: databaseClock })),
  );

user
  .command('list')
  .description('List all accounts: e-mail, name, role, languages, categories, state.')
  .action(() => withDatabase((database) => listFromTerminal({ database, clock: databaseClock })));

user
  .command('disable')
  .description('Block an account at once. “portal user add” unblocks it.')
  .argument('<email>')
  .action((email: string) =>
    withDatabase((database) => disableFromTerminal(email, { database, clock: databaseClock })),
  );

user
  .command('link')
  .description('Print a new one-time link to set a password.')
  .argument('<email>')
  .option(
    '--without-second-factor',
    'turn the second factor off, for someone who lost app and recovery codes',
    false,
  )
  .action((email: string, options: { withoutSecondFactor: boolean }) =>
    withDatabase((database) =>
      linkFromTerminal(email, options, { database, clock: databaseClock }),
    ),
  );

user
  .command('demo')
  .description('Create one account per role with a new password, and print them.')
  .action(() => {
    checkDemoPeople();
    return withDatabase((database) => addDemoPeople({ database, clock: databaseClock }));
  });

portal.parseAsync().catch((cause: unknown) => {
  console.error(cause instanceof CodedError ? cause.message : cause);
  process.exitCode = 1;
});
