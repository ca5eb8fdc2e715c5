import type { Draft } from './draft.ts';

/** Every string that a user wrote into a draft, wherever it is in the tree. */
function* stringsOf(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string') {
    if (key !== 'type') yield value;
  } else if (Array.isArray(value)) for (const part of value) yield* stringsOf(part);
  else if (value !== null && typeof value === 'object')
    for (const [name, part] of Object.entries(value)) yield* stringsOf(part, name);
}

/** The words of a draft, including its fields. */
export const wordsOf = (draft: Draft): Set<string> =>
  new Set([...stringsOf(draft)].join(' ').match(/[\p{L}\p{N}]+/gu) ?? []);
