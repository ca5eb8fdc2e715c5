import { mediaStore } from '@/lib/media/open-store';
import { answerUpload } from '@/lib/media/upload-server';
import { refuseJson } from '../../../answer';
import { rawAs } from '../../door';

/** Begins an upload. */
export function POST(request: Request): Promise<Response> {
  return rawAs(request, async (user) => {
    // The upload protocol's way around proxies would turn this into a request with another method.
    if (request.headers.has('x-http-method-override'))
      return refuseJson(400, 'malformed', 'Send the method that is meant.');
    return answerUpload(request, { store: mediaStore(), userId: user.id });
  });
}
