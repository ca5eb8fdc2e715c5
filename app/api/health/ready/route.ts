import { isReady } from '@/lib/publication/is-ready';
import { answerJson, refuseJson } from '../../answer';

/** Whether the process can serve what it has not served before. */
export const dynamic = 'force-dynamic';
export async function GET(): Promise<Response> {
  return (await isReady())
    ? answerJson({ ready: true })
    : refuseJson(503, 'database_unreachable', 'The database does not answer.');
}
