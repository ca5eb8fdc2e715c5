import { isLocale } from '@/lib/i18n/locales';
import { suggest } from '@/lib/publication/search/suggest';
import { answerJson, answerWith, askedBy, refuseJson } from '../../answer';

/** Headlines that contain what a reader is typing. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return refuseJson(404, 'unknown_locale', 'There is no such locale.');
  const text = askedBy(request).get('q') ?? '';
  return answerWith(async () => answerJson(await suggest(locale, text)));
}
