/**
 * A database for the tests of one file, on whatever TEST_DATABASE_URL names: a PostgreSQL server or the
 * embedded engine behind its socket (`scripts/testing`). `npm test` runs every such file on both.
 */
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach } from 'vitest';
import { connectTo, type Database } from './client.ts';
import { migrate } from './migrate.ts';

/** Tables that hold what tests write; categories come with the migration and stay. */
const WRITTEN = [
  'stories',
  'authors',
  'topics',
  'images',
  'outbox',
  'outbox_targets',
  'redirects',
  'search_words',
  'users',
  'audit_log',
  'sign_in_attempts',
  'view_hours',
];

/**
 * Opens the test database, migrated, and empties it before each test. Files run one after another.
 * @throws Error when TEST_DATABASE_URL names neither a postgres:// address nor a socket
 */
export async function testDatabase(): Promise<Database> {
  // eslint-disable-next-line no-restricted-properties -- names the test server; no setting of the portal
  const target = process.env.TEST_DATABASE_URL;
  if (!target) throw new Error('TEST_DATABASE_URL is not set: run these tests by `npm test`.');
  const connection = connectTo(target.startsWith('/') ? { socket: target } : { url: target });
  await migrate(connection.database);
  beforeEach(async () => {
    await connection.database.execute(
      sql.raw(`truncate ${WRITTEN.join(', ')} restart identity cascade`),
    );
  });
  afterAll(() => connection.close());
  return connection.database;
}
