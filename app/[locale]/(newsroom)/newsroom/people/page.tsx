import { notFound } from 'next/navigation';
import { People } from '@/components/newsroom/people/People.client';
import { Shell } from '@/components/newsroom/Shell';
import { canSend } from '@/lib/mail/send';
import { listPeople } from '@/lib/desk/list-people';
import { demandUser, privateLocale } from '../entry';

export default async function Page({ params }: PageProps<'/[locale]/newsroom/people'>) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  const people = await listPeople(user);
  if (!people.ok) notFound();
  return (
    <Shell locale={locale} user={user} hasPeople path="/people">
      <People locale={locale} ownId={user.id} people={people.value} hasMail={canSend()} />
    </Shell>
  );
}
