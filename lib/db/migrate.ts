import { sql } from 'drizzle-orm';
import { publication } from '../../publication.config.ts';
import { append } from '../events/append.ts';
import { checkDatabase, openPatiently, type Database, type Transaction } from './client.ts';
import { readMigrations } from './migrations.ts';
import { categories } from './schema/categories.ts';

/** The number of an advisory lock; any number that this code base does not use elsewhere. */
const MIGRATION_LOCK = 72_190_401;

/**
 * Migrates the process's database. The other processes wait for the one that migrates, without a time limit.
 */
export async function migrateOwn(): Promise<void> {
  const { database, close } = openPatiently();
  try {
    await migrate(database);
  } finally {
    await close();
  }
}

/**
 * Migrates the database's tables and categories to this release. Any number of processes may call it at once:
 * one migrates, the others wait and then find nothing left to do.
 * @throws CodedError `database_unreachable`
 */
export async function migrate(database: Database): Promise<void> {
  await checkDatabase(database);
  await database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await tx.execute(sql`set local lock_timeout = '2s'`);
    await applyMigrations(tx);
    await synchroniseCategories(tx);
  });
}

/**
 * Applies drizzle-kit's migrations as drizzle's own migrator does, and records them in its table; that
 * migrator opens a transaction of its own, and so cannot be part of ours, which holds the lock.
 */
async function applyMigrations(tx: Transaction): Promise<void> {
  await tx.execute(sql`create schema if not exists drizzle`);
  await tx.execute(sql`create table if not exists drizzle.__drizzle_migrations
    (id serial primary key, hash text not null, created_at bigint)`);
  const [last] = await tx.execute<{ at: string | null }>(
    sql`select max(created_at) as at from drizzle.__drizzle_migrations`,
  );
  for (const migration of readMigrations()) {
    if (migration.folderMillis <= Number(last?.at ?? 0)) continue;
    for (const statement of migration.sql) await tx.execute(sql.raw(statement));
    await tx.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at)
      values (${migration.hash}, ${migration.folderMillis})`);
  }
}

/**
 * Copies the categories of the publication's configuration; a category that is no longer configured keeps its
 * stories.
 */
async function synchroniseCategories(tx: Transaction): Promise<void> {
  const changed = await tx
    .insert(categories)
    .values(
      publication.categories.map(({ slug, names, descriptions }, position) => ({
        slug,
        position,
        names,
        descriptions,
      })),
    )
    .onConflictDoUpdate({
      target: categories.slug,
      set: {
        position: sql`excluded.position`,
        names: sql`excluded.names`,
        descriptions: sql`excluded.descriptions`,
      },
      setWhere: sql`(${categories.position}, ${categories.names}, ${categories.descriptions})
        is distinct from (excluded.position, excluded.names, excluded.descriptions)`,
    })
    .returning({ slug: categories.slug });
  const slugs = changed.map(({ slug }) => slug);
  if (slugs.length > 0) await append(tx, { type: 'publication.configured', categories: slugs });
}
