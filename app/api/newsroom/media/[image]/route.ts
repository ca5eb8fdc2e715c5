import { readPicture } from '@/lib/desk/list-media';
import { answerJson } from '../../../answer';
import { readAs, refuse } from '../../door';

/** One picture, and where it is used. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ image: string }> },
): Promise<Response> {
  const { image } = await params;
  return readAs(request, async (user) => {
    const found = await readPicture(user, image);
    return found ? answerJson(found) : refuse('missing', 'No such picture.');
  });
}
