import { Desk } from '@/components/newsroom/desk/Desk.client';
import { Shell } from '@/components/newsroom/Shell';
import { mayManagePeople } from '@/lib/accounts/permissions';
import { readDeskQuery, writeDeskQuery } from '@/lib/content/desk/desk-query';
import { listDesk } from '@/lib/desk/list-desk';
import { readDeskNumbers } from '@/lib/desk/desk-numbers';
import { categoriesIn } from '@/lib/content/categories';
import { demandUser, privateLocale } from './entry';

export default async function Page({ params, searchParams }: PageProps<'/[locale]/newsroom'>) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams)) {
    const [first] = [value].flat();
    if (first !== undefined) parameters.set(name, first);
  }
  const query = readDeskQuery(parameters);
  const [page, numbers] = await Promise.all([listDesk(user, query, locale), readDeskNumbers(user)]);
  const first = { address: writeDeskQuery(query), page, numbers, at: Date.parse(numbers.readAt) };
  return (
    <Shell locale={locale} user={user} hasPeople={mayManagePeople(user)} path="">
      <Desk locale={locale} first={first} categories={categoriesIn(locale)} />
    </Shell>
  );
}
