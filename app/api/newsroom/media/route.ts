import { mediaQuerySchema } from '@/lib/content/desk/media-schemas';
import { listMedia } from '@/lib/desk/list-media';
import { COMMANDS } from '@/lib/newsroom/commands/commands';
import { answerJson, askedBy } from '../../answer';
import { answerCommand, readAs, refuse } from '../door';

/** Pictures of the library, newest first, filtered by the query. */
export function GET(request: Request): Promise<Response> {
  return readAs(request, async (user) => {
    const asked = Object.fromEntries(askedBy(request));
    const query = mediaQuerySchema.safeParse(asked);
    if (!query.success) return refuse('invalid', 'This is no question to the library.');
    return answerJson(await listMedia(user, query.data));
  });
}

/** Creates a picture from a completed upload. */
export const POST = (request: Request): Promise<Response> =>
  answerCommand(request, COMMANDS.new.media, null);
