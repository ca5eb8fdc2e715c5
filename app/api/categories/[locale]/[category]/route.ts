import { isLocale } from '@/lib/i18n/locales';
import { listCategory } from '@/lib/publication/lists/lists';
import { answerJson, answerWith, refuseJson } from '../../../answer';

/** A further page of a category: it is loaded as a reader nears the end of the list. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; category: string }> },
): Promise<Response> {
  const { locale, category } = await params;
  const query = new URL(request.url).searchParams;
  const page = query.get('page') ?? '1';
  const exclude = query.get('exclude');
  if (!isLocale(locale)) return refuseJson(404, 'unknown_locale', 'There is no such locale.');
  if (!/^[1-9]\d{0,8}$/.test(page) || (exclude !== null && !/^[1-9]\d{0,8}$/.test(exclude))) {
    return refuseJson(400, 'malformed_query', 'page and exclude are whole numbers.');
  }
  const options = exclude === null ? {} : { excludeArticleId: Number(exclude) };
  return answerWith(async () => {
    const found = await listCategory(locale, category, Number(page), options);
    return found
      ? answerJson(found)
      : refuseJson(404, 'unknown_page', 'There is no such page of a category.');
  });
}
