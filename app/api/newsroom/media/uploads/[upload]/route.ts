import { mediaStore } from '@/lib/media/open-store';
import { answerUpload } from '@/lib/media/upload-server';
import { rawAs } from '../../../door';

/**
 * Continues an upload, reports its progress, or cancels it. Another user's upload is answered as missing.
 */
const answer = (request: Request): Promise<Response> =>
  rawAs(request, (user) => answerUpload(request, { store: mediaStore(), userId: user.id }));

export { answer as DELETE, answer as HEAD, answer as PATCH };
