/** `npm run portal -- <command>`: what an operator does from a terminal. */
import { Command } from 'commander';
import { databaseClock } from '../clock.ts';
import { closeDatabase, openPatiently, type Database } from '../db/client.ts';
import { startEmbedded } from '../db/embedded/start.ts';
import { peek } from '../db/follow-outbox.ts';
import { migrateOwn } from '../db/migrate.ts';
import { environment } from '../env.ts';
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
 * Runs a command on a database that is there and up to date. Nobody waits for its answer as a reader does: a
 * statement over a hundred articles may take the minutes that a busy machine needs.
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
  .description(
    'Works on the stories of a Caliber portal. Settings: DATABASE_URL, DATA_DIR (see the README).',
  )
  .showHelpAfterError();

interface ImportFlags extends Omit<ImportSiteOptions, 'database' | 'file' | 'locale'> {
  locale: string;
}

portal
  .command('import')
  .description(
    'reads a folder of Markdown files with front matter, or a site’s export; only what changed is written',
  )
  .argument('<source>', 'a folder, for example edition; WordPress’s FILE.xml; Ghost’s FILE.json')
  .option('--dry-run', 'say what would be done, and do nothing', false)
  .option('--locale <locale>', 'of what names no language', DEFAULT_LOCALE)
  .option('--category <slug>', 'where posts go whose categories are none of ours')
  .option(
    '--media <folder>',
    'the pictures of an export, or a site’s folder of them; nothing is fetched',
  )
  .option('--redirects <file.csv>', 'where to write the way from an export’s addresses to ours')
  .option('--site <address>', 'which site an export comes from, where it does not say so itself')
  .option('--overwrite', 'write also over articles that came from elsewhere', false)
  .option('--verbose', 'say every line of an export’s report, not one a kind', false)
  .option('--report <file>', 'where every line of an export’s report is written')
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

portal
  .command('data')
  .description('the folders of DATA_DIR')
  .command('drop-old')
  .description('removes the databases of earlier releases, whose rows were moved')
  .action(() => void dropOld(environment().DATA_DIR));

portal
  .command('media')
  .description('the files of the library’s pictures')
  .command('check')
  .description('reads every file of every picture, and names what is lost or corrupt')
  .option('--repair', 'cut it anew of its original', false)
  .action(({ repair }: { repair: boolean }) =>
    withDatabase((database) =>
      checkMedia({ database, repair, places: { store: mediaStore(), work: workFolder() } }),
    ),
  );

const user = portal.command('user').description('the people of the newsroom');

user
  .command('add')
  .description('adds an account, or renews its link, and prints a one-time link to set a password')
  .argument('<email>')
  .requiredOption('--name <name>', 'as colleagues see it')
  .requiredOption('--role <role>', 'reporter, editor or editor-in-chief')
  .option('--locales <list>', 'where the role holds, for example en,ru; everywhere by default')
  .option('--categories <list>', 'for example sport,world; all by default')
  .action((email: string, options: UserOptions) =>
    withDatabase((database) => addFromTerminal(email, options, { database, clock: databaseClock })),
  );

user
  .command('list')
  .description('prints every account: e-mail, name, role, locales, categories, state')
  .action(() => withDatabase((database) => listFromTerminal({ database, clock: databaseClock })));

user
  .command('disable')
  .description('shuts somebody out at once; “user add” lets them in again')
  .argument('<email>')
  .action((email: string) =>
    withDatabase((database) => disableFromTerminal(email, { database, clock: databaseClock })),
  );

user
  .command('link')
  .description('prints a new one-time link to set a password')
  .argument('<email>')
  .option('--without-second-factor', 'take it off: for who lost app and recovery codes', false)
  .action((email: string, options: { withoutSecondFactor: boolean }) =>
    withDatabase((database) =>
      linkFromTerminal(email, options, { database, clock: databaseClock }),
    ),
  );

user
  .command('demo')
  .description('makes one account for each role with a new password, and prints them')
  .action(() => {
    checkDemoPeople();
    return withDatabase((database) => addDemoPeople({ database, clock: databaseClock }));
  });

portal.parseAsync().catch((cause: unknown) => {
  console.error(cause instanceof CodedError ? cause.message : cause);
  process.exitCode = 1;
});
