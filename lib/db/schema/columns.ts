import { customType, timestamp } from 'drizzle-orm/pg-core';
import type { Body } from '../../content/body/body.ts';
import type { Draft } from '../../content/draft/draft.ts';
import { soundBody } from '../../content/body/body-bounds.ts';

/** A moment: timestamptz, as a Date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

const parsed = <Value>(value: unknown): Value =>
  (typeof value === 'string' ? JSON.parse(value) : value) as Value;

/** An article's body. Whatever is stored, the value that is read can be rendered. */
export const bodyColumn = customType<{ data: Body; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (body) => JSON.stringify(body),
  fromDriver: (value) => soundBody(parsed<Body>(value)),
});

/** A draft, with its body. */
export const draftColumn = customType<{ data: Draft; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (draft) => JSON.stringify(draft),
  fromDriver: (value) => {
    const draft = parsed<Draft>(value);
    return { ...draft, body: soundBody(draft.body) };
  },
});
