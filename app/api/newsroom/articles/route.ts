import { COMMANDS } from '@/lib/newsroom/commands/commands';
import { answerCommand } from '../door';

/** Creates an article. */
export const POST = (request: Request): Promise<Response> =>
  answerCommand(request, COMMANDS.new.articles, null);
