import { z } from 'zod';
import { disablePerson } from '@/lib/newsroom/people';
import { answerResult, changeAs, idOf } from '../../../door';

/** Shuts somebody out. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ person: string }> },
): Promise<Response> {
  const { person } = await params;
  return changeAs(request, z.strictObject({}), async (user) =>
    answerResult(await disablePerson(user, { id: idOf(person) })),
  );
}
