/**
 * A database for the tests of one file, on the server that TEST_DATABASE_URL names. Each file has a database
 * of its own, so that files run beside each other; `npm test` runs them on both servers of `scripts/testing`.
 */
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, inject } from 'vitest';
import { connectTo, type Database } from './client.ts';

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
  'view_readers',
  'view_salts',
];

/** The address of the database that `testDatabase` made for this file, for processes that a test starts. */
export let testDatabaseUrl = '';

/**
 * Makes the database of a test file, migrated, and empties it before each test.
 * @throws Error when TEST_DATABASE_URL is not set
 */
export async function testDatabase(): Promise<Database> {
  // eslint-disable-next-line no-restricted-properties -- names the test server; no setting of the portal
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run these tests by `npm test`.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const administrator = connectTo({ url: server }, { isPatient: true });
  await administrator.database.execute(
    sql.raw(`create database ${name} template ${inject('migratedDatabase')}`),
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  testDatabaseUrl = url.href;
  // A busy machine makes a test late, not wrong.
  const connection = connectTo({ url: url.href }, { isPatient: true });
  beforeEach(async () => {
    await connection.database.execute(
      sql.raw(`truncate ${WRITTEN.join(', ')} restart identity cascade`),
    );
  });
  afterAll(async () => {
    await connection.close();
    await administrator.database.execute(sql.raw(`drop database ${name} with (force)`));
    await administrator.close();
  });
  return connection.database;
}
