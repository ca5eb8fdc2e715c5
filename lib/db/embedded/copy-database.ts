/** Copies the portal's tables from one PostgreSQL to another, whatever their versions, and compares them. */
import { readMigrations } from '../migrations.ts';
import { CodedError } from '../../errors.ts';

/** Queries a database. Each value has the driver's type; those that matter here are text or numbers. */
export type Query = (text: string, parameters?: string[]) => Promise<Record<string, unknown>[]>;

interface Table {
  /** With its schema, quoted. */
  name: string;
  columns: { name: string; type: string }[];
}

/** Rows in memory at once; one row may have megabytes. */
const BATCH = 100;

const SCHEMAS = "('public', 'drizzle')";

/**
 * Copies every row of every table, sets the sequences to the same values, and compares counts and hashes.
 * @param from - the older database, as a user who may read all of it; nothing is changed there
 * @param to.asOwner - the new, empty database, as the role that will own its tables
 * @param to.asSuperuser - the same database, as a user who may disable foreign keys
 * @throws CodedError `move_failed` if a table is unknown here or differs after the copy
 */
export async function copyDatabase(
  from: Query,
  to: { asOwner: Query; asSuperuser: Query },
): Promise<{ tables: number; rows: number }> {
  const tables = await tablesOf(from);
  await makeSchema(from, to.asOwner);
  const known = new Map((await tablesOf(to.asSuperuser)).map((table) => [table.name, table]));
  for (const table of tables) requireSame(table, known.get(table.name));

  // The zone and the language of dates must be the same on both sides, for the comparison.
  for (const query of [from, to.asSuperuser]) {
    await query(`set timezone = 'UTC'`);
    await query(`set datestyle = 'ISO'`);
    await query(`set statement_timeout = 0`);
  }
  await to.asSuperuser(`set session_replication_role = replica`);
  let rows = 0;
  for (const table of tables) rows += await copyTable(table, from, to.asSuperuser);
  for (const table of tables) await compare(table, from, to.asSuperuser);
  await copySequences(from, to.asSuperuser);
  await to.asSuperuser(`set session_replication_role = default`);
  await to.asSuperuser('analyze');
  return { tables: tables.length, rows };
}

/** Tables with the columns to write; generated columns are left out, since PostgreSQL computes them. */
async function tablesOf(query: Query): Promise<Table[]> {
  const columns = await query(`
    select format('%I.%I', n.nspname, c.relname) as "table", quote_ident(a.attname) as "column",
      format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and n.nspname in ${SCHEMAS} and a.attgenerated = ''
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1, a.attnum`);
  const tables = new Map<string, Table>();
  for (const { table, column, type } of columns) {
    const name = String(table);
    if (!tables.has(name)) tables.set(name, { name, columns: [] });
    tables.get(name)?.columns.push({ name: String(column), type: String(type) });
  }
  return [...tables.values()];
}

/**
 * Makes the tables as they were when the older database was last migrated; the later migrations follow as
 * usual.
 */
async function makeSchema(from: Query, asOwner: Query): Promise<void> {
  const [last] = await from('select max(created_at)::text as at from drizzle.__drizzle_migrations');
  const migrations = readMigrations();
  const until = Number(last?.['at'] ?? 0);
  const newest = migrations.at(-1)?.folderMillis ?? 0;
  if (until > newest)
    throw new CodedError(
      'move_failed',
      'The database that is to be moved was written by a newer release: install that one first. Nothing was changed.',
    );
  await asOwner('create schema drizzle');
  await asOwner(
    'create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  );
  for (const migration of migrations) {
    if (migration.folderMillis > until) break;
    for (const statement of migration.sql) if (statement.trim()) await asOwner(statement);
  }
}

function requireSame(table: Table, ours: Table | undefined): void {
  const shape = ({ columns }: Table) =>
    columns
      .map(({ name, type }) => `${name} ${type}`)
      .sort()
      .join(', ');
  if (ours && shape(ours) === shape(table)) return;
  throw new CodedError(
    'move_failed',
    ours
      ? `Table ${table.name} of the older database has the columns ${shape(table)}; this release knows ${shape(ours)}. Nothing was changed.`
      : `This release does not know the table ${table.name} of the older database: remove it or rename its schema. Nothing was changed.`,
  );
}

/** A row as a list of texts, in a form that loses nothing of any type. */
const rowOf = ({ columns }: Table): string =>
  `json_build_array(${columns.map(({ name }) => `${name}::text`).join(', ')})`;

async function copyTable(table: Table, from: Query, to: Query): Promise<number> {
  const columns = table.columns.map(({ name }) => name).join(', ');
  const values = table.columns.map(({ type }, at) => `(row->>${at})::${type}`).join(', ');
  const insert = `insert into ${table.name} (${columns}) overriding system value
    select ${values} from json_array_elements($1::text::json) as row`;
  let count = 0;
  await to(`delete from ${table.name}`);
  await from('begin');
  try {
    await from(
      `declare copied no scroll cursor for select ${rowOf(table)}::text as row from ${table.name}`,
    );
    for (;;) {
      const batch = await from(`fetch ${BATCH} from copied`);
      if (batch.length === 0) break;
      await to(insert, [`[${batch.map(({ row }) => String(row)).join(',')}]`]);
      count += batch.length;
    }
  } finally {
    await from('rollback');
  }
  return count;
}

async function compare(table: Table, from: Query, to: Query): Promise<void> {
  // Both halves of each row's hash, summed: the order of the rows does not matter.
  const question = `select count(*)::text as count,
    coalesce(sum(('x' || left(hash, 15))::bit(60)::bigint), 0)::text as one,
    coalesce(sum(('x' || right(hash, 15))::bit(60)::bigint), 0)::text as other
    from (select md5(${rowOf(table)}::text) as hash from ${table.name}) as rows`;
  const [before, after] = await Promise.all([from(question), to(question)]);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  throw new CodedError(
    'move_failed',
    `Table ${table.name} came out otherwise than it went in (${JSON.stringify(before)}, ${JSON.stringify(after)}): please report it. The old folder is as it was.`,
  );
}

async function copySequences(from: Query, to: Query): Promise<void> {
  const question = `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
    from pg_sequences where schemaname in ${SCHEMAS} and last_value is not null`;
  for (const { name, value } of await from(question))
    await to(`select setval($1::text::regclass, $2::text::bigint)`, [String(name), String(value)]);
}
