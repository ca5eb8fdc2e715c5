/** Where the portal of the end-to-end tests stands; E2E_PORT, for two suites side by side. */
export const PORT = Number(process.env['E2E_PORT'] ?? 3457);
export const DATA_DIR = '.test/end-to-end-data';
/** The folder of the edition that it serves, written by `scripts/testing/edition`. */
export const EDITION_DIR = '.test/end-to-end-edition';
/** A server that records what the portal sends to IndexNow (`/`) and to a WebSub hub (`/hub`), and lists it (`serve.ts`). */
export const INDEXNOW_PORT = PORT + 1;

/** Settings of every process that belongs to it. */
export const portalEnvironment = {
  PORT: String(PORT),
  DATA_DIR,
  SITE_URL: `http://127.0.0.1:${PORT}`,
  LOG_LEVEL: 'warn',
  NODE_ENV: 'production',
  INDEXNOW_KEY: '0123456789abcdef',
  INDEXNOW_ENDPOINT: `http://127.0.0.1:${INDEXNOW_PORT}/`,
  WEBSUB_HUB: `http://127.0.0.1:${INDEXNOW_PORT}/hub`,
} as const;
