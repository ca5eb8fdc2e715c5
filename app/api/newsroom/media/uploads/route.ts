import { mediaStore } from '@/lib/media/open-store';
import { answerUpload } from '@/lib/media/upload-server';
import { refuseJson } from '../../../answer';
import { rawAs } from '../../door';

/** Begins an upload. */
export function POST(request: Request): Promise<Response> {
  return rawAs(request, async (user) => {
    // The protocol's way around proxies would make another request of this one.
    if (request.headers.has('x-http-method-override'))
      return refuseJson(400, 'malformed', 'Send the method that is meant.');
    return answerUpload(request, { store: mediaStore(), userId: user.id });
  });
}
