/** Cleans text from outside, so that it can be stored, sent and shown anywhere. */

/**
 * Control characters except tab and line ends: PostgreSQL cannot store NUL, XML and HTML cannot represent the
 * rest.
 */
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;

/** A text without control characters; a lone surrogate, which is not a character, becomes `�`. */
export const cleanText = (text: string): string => text.replace(CONTROLS, '').toWellFormed();

const isEmptyText = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (value as { type?: unknown }).type === 'text' &&
  (value as { text?: unknown }).text === '';

/**
 * A JSON value with every text in it cleaned. A body's text node that becomes empty is removed, so that
 * cleaning never makes a text that the body's schema refuses. Any depth is accepted.
 * @param value - is changed in place; the caller must be its only owner
 */
export function cleanValue<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanText(value) as Value;
  const left: unknown[] = [value];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (Array.isArray(part)) cleanList(part, left);
    else if (typeof part === 'object' && part !== null) cleanRecord(part, left);
  }
  return value;
}

function cleanList(list: unknown[], left: unknown[]): void {
  for (const [place, item] of list.entries()) {
    if (typeof item === 'string') list[place] = cleanText(item);
    else if (typeof item === 'object' && item !== null) {
      // Its own words first: only then is it known whether a node is empty.
      cleanWords(item as Record<string, unknown>);
      left.push(item);
    }
  }
  if (list.some(isEmptyText)) list.splice(0, list.length, ...list.filter((x) => !isEmptyText(x)));
}

function cleanRecord(record: object, left: unknown[]): void {
  cleanWords(record as Record<string, unknown>);
  for (const item of Object.values(record))
    if (typeof item === 'object' && item !== null) left.push(item);
}

function cleanWords(record: Record<string, unknown>): void {
  for (const [key, item] of Object.entries(record))
    if (typeof item === 'string') record[key] = cleanText(item);
}
