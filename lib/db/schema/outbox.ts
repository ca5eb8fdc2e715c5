import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/**
 * The log of what was published: a row names the cache tags that its transaction touched. Rows are
 * appended under an advisory lock (`lib/db/outbox.ts`), so that ids become visible in order and a
 * follower's cursor never skips one.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull().defaultNow(),
    /** What was done: `import`, `publish`, `withdraw` … */
    event: text().notNull(),
    tags: jsonb().$type<string[]>().notNull(),
  },
  (table) => [index('outbox_at').on(table.at)],
);
