import { isLocale } from '@/lib/i18n/locales';
import { findForFront } from '@/lib/desk/read-front';
import { askedBy, refuseJson } from '../../../answer';
import { answerResult, readAs } from '../../door';

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
      : refuseJson(404, 'missing', 'There is no such front.'),
  );
}
