import { customType, timestamp } from 'drizzle-orm/pg-core';

/** A moment: timestamptz, as a Date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
