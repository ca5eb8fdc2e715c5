/** Before the database tests: one migrated database, which each test file copies. */
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { TestProject } from 'vitest/node';
import { connectTo } from '../../lib/db/client.ts';
import { migrate } from '../../lib/db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    migratedDatabase: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run these tests by `npm test`.');
  const name = `migrated_${randomBytes(6).toString('hex')}`;
  const administrator = connectTo({ url: server }, { isPatient: true });
  await administrator.database.execute(sql.raw(`create database ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  const connection = connectTo({ url: url.href }, { isPatient: true });
  await migrate(connection.database);
  await connection.close();
  project.provide('migratedDatabase', name);
  return async () => {
    await administrator.database.execute(sql.raw(`drop database ${name}`));
    await administrator.close();
  };
}
