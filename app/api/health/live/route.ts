import { answerJson } from '../../answer';

/** Whether the process runs. */
export const dynamic = 'force-dynamic';
export function GET(): Response {
  return answerJson({ live: true });
}
