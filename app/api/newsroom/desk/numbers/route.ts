import { readDeskNumbers } from '@/lib/desk/desk-numbers';
import { answerJson, answerWith } from '../../../answer';
import { readAs } from '../../door';

/** The numbers of the desk that cannot wait. */
export function GET(request: Request): Promise<Response> {
  return readAs(request, (user) => answerWith(async () => answerJson(await readDeskNumbers(user))));
}
