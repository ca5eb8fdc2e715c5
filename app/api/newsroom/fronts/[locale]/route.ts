import { isLocale } from '@/lib/i18n/locales';
import { findForFront } from '@/lib/desk/read-front';
import { askedBy } from '../../../answer';
import { answerResult, readAs, refuse } from '../../door';

/** Articles that could be placed on a front, found by words of their headlines. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params;
  const words = askedBy(request).get('q') ?? '';
  return readAs(request, async (user) =>
    isLocale(locale)
      ? answerResult(await findForFront(user, locale, words))
      : refuse('missing', 'There is no such front.'),
  );
}
