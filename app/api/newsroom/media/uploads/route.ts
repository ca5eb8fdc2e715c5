import { mediaStore } from '@/lib/media/open-store';
import { answerUpload } from '@/lib/media/upload-server';
import { rawAs, refuse } from '../../door';

/** Begins an upload. */
export function POST(request: Request): Promise<Response> {
  return rawAs(request, async (user) => {
    // The upload protocol's way around proxies would turn this into a request with another method.
    if (request.headers.has('x-http-method-override'))
      return refuse('malformed', 'Send the method that is meant.');
    return answerUpload(request, { store: mediaStore(), userId: user.id });
  });
}
