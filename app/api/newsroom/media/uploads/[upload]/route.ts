import { mediaStore } from '@/lib/media/open-store';
import { answerUpload } from '@/lib/media/upload-server';
import { rawAs } from '../../../door';

/** Goes on with an upload, says how far it has come, or gives it up. Another's is as good as missing. */
const answer = (request: Request): Promise<Response> =>
  rawAs(request, (user) => answerUpload(request, { store: mediaStore(), userId: user.id }));

export { answer as DELETE, answer as HEAD, answer as PATCH };
