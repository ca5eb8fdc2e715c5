import type { EntryAnswers, EntryInputs } from '@/lib/newsroom/commands/entries';
import { request } from '../send';

/**
 * Sends a request of somebody who signs in or out: `POST session`.
 * @throws SendError with the code of the refusal, or `offline` if there was no response
 */
export function enter<Entry extends keyof EntryAnswers>(
  entry: Entry,
  input: EntryInputs[Entry],
): Promise<EntryAnswers[Entry]> {
  const [method = '', address = ''] = entry.split(' ');
  const headers = { 'content-type': 'application/json' };
  return request(address, { method, headers, body: JSON.stringify(input) });
}
