import { Desk } from '@/components/newsroom/Desk';
import { Shell } from '@/components/newsroom/Shell';
import { mayManagePeople } from '@/lib/auth/permissions';
import { ARTICLE_STATUSES } from '@/lib/content/article';
import { DESK_ORDERS, type DeskQuery } from '@/lib/content/desk';
import { LOCALES } from '@/lib/i18n/locales';
import { countDesk, listDesk } from '@/lib/newsroom/desk';
import { listNames } from '@/lib/newsroom/read-article';
import { publication } from '@/publication.config';
import { demandUser, privateLocale } from './entry';

/** The first value of a parameter, if it is one of those there are. */
const oneOf = <Value extends string>(
  values: readonly Value[],
  value: string | string[] | undefined,
): Value | null => values.find((candidate) => candidate === [value].flat()[0]) ?? null;

export default async function Page({ params, searchParams }: PageProps<'/[locale]/newsroom'>) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  const asked = await searchParams;
  const names = await listNames(locale);
  const page = Number([asked['page']].flat()[0]);
  const query: DeskQuery = {
    text: [asked['q']].flat()[0] ?? '',
    status: oneOf(ARTICLE_STATUSES, asked['status']),
    locale: oneOf(LOCALES, asked['in']),
    category: oneOf(
      publication.categories.map(({ slug }) => slug),
      asked['category'],
    ),
    author: oneOf(
      names.authors.map(({ slug }) => slug),
      asked['author'],
    ),
    isMine: asked['mine'] === '1',
    order: oneOf(DESK_ORDERS, asked['order']) ?? 'changed',
    page: Number.isSafeInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
  const [desk, counts] = await Promise.all([listDesk(user, query), countDesk(user)]);
  return (
    <Shell locale={locale} user={user} hasPeople={mayManagePeople(user)} path="">
      <Desk locale={locale} query={query} desk={desk} counts={counts} authors={names.authors} />
    </Shell>
  );
}
