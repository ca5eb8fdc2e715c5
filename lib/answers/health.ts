import { jsonRefusal, type Answer } from '../answer.ts';
import { running } from './running.ts';

/**
 * Answers `/api/health/live` and `/api/health/ready`.
 * @param probe - the last segment of the address
 */
export async function answerHealth(probe: string): Promise<Answer> {
  if (probe === 'live' || probe === 'ready') return running().health(probe);
  return jsonRefusal(404, 'unknown_probe', 'There are the probes live and ready.');
}
