/**
 * Settings of the embedded PostgreSQL: for a small machine, durable, reachable by a socket alone. Written to
 * `caliber.conf` at each start and included first, so that the operator's lines in `postgresql.conf` override
 * them.
 */
const SETTINGS = {
  // Enough for two dozen portal processes; each connection costs a process.
  max_connections: 60,
  // This memory counts as ours; the kernel's cache holds the other pages anyway.
  shared_buffers: '64MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  huge_pages: 'off',
  // Requests share two cores: one that uses both makes the others wait.
  max_parallel_workers_per_gather: 0,
  jit: 'off',
  // Reads come from memory; three I/O worker processes are not needed.
  io_method: 'sync',
  // Every acknowledged commit is on the disk.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // There is no replication.
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_logical_replication_workers: 0,
  // Kept allocated, so that a full disk does not stop the write-ahead log.
  min_wal_size: '64MB',
  max_wal_size: '512MB',
  wal_compression: 'on',
  checkpoint_timeout: '15min',
  // An import writes thousands of rows: statistics must be updated within seconds.
  autovacuum_naptime: '10s',
  autovacuum_vacuum_scale_factor: 0.05,
  autovacuum_vacuum_insert_scale_factor: 0.05,
  autovacuum_analyze_scale_factor: 0.02,
  autovacuum_vacuum_cost_limit: 1000,
  // One call instead of a thousand before a recovery; other systems have no such call.
  ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
  // Limits of a connection that sets none of its own (see lib/db/client.ts).
  idle_in_transaction_session_timeout: '60s',
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.max': 1000,
  'pg_stat_statements.track_utility': 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Logs must not contain data: no statement, no value.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: 0,
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
} satisfies Record<string, string | number>;

/** Settings that a server before PostgreSQL 18 does not support. */
const SINCE_18: readonly string[] = ['io_method'];

/**
 * The lines of `caliber.conf`.
 * @param major - the server's major version
 */
export function configurationOf(major: number): string {
  const lines = Object.entries(SETTINGS)
    .filter(([name]) => major >= 18 || !SINCE_18.includes(name))
    .map(([name, value]) => `${name} = ${typeof value === 'number' ? value : `'${value}'`}`);
  return [
    '# Written again at each start; your own lines in postgresql.conf win.',
    ...lines,
    '',
  ].join('\n');
}

/** `postgresql.conf` of a new cluster. */
export const POSTGRESQL_CONF =
  "include = 'caliber.conf'\n\n# Settings of your own, which win over those above:\n";

/** Only users who may enter the socket's folder can connect, and only the cluster's owner may enter it. */
export const PG_HBA_CONF = 'local all all trust\n';

/**
 * Settings that `postgresql.conf` must not override: the server is reachable by the socket in this folder
 * alone.
 */
export const parametersOf = (run: string): string[] =>
  [
    'listen_addresses=',
    'port=5432',
    `unix_socket_directories=${quoted(run)}`,
    'unix_socket_permissions=0700',
  ].flatMap((setting) => ['-c', setting]);

/** As an element of a list: commas and blanks in a path do not separate. */
const quoted = (path: string): string => `"${path.replaceAll('"', '""')}"`;
