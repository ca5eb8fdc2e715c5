import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locales';
import { findLinks } from '@/lib/desk/find-links';
import { answerJson, askedBy } from '../../answer';
import { readAs, refuse } from '../door';

const question = z.strictObject({ locale: z.enum(LOCALES), q: z.string().max(200) });

/** Articles that a text can link to, found by words. */
export function GET(request: Request): Promise<Response> {
  return readAs(request, async (user) => {
    const asked = question.safeParse(Object.fromEntries(askedBy(request)));
    if (!asked.success) return refuse('invalid', 'Ask with a locale and words.');
    const { locale, q } = asked.data;
    return answerJson({ targets: await findLinks(user, { locale, text: q }) });
  });
}
