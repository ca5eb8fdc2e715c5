import { notFound } from 'next/navigation';
import { Log } from '@/components/newsroom/log/Log';
import type { LogAsked } from '@/components/newsroom/log/LogFilters';
import { Shell } from '@/components/newsroom/Shell';
import { mayManagePeople } from '@/lib/accounts/permissions';
import { cleanText } from '@/lib/content/body/clean-text';
import { fromZonedField } from '@/lib/i18n/zoned-time';
import { listActors, readLog } from '@/lib/desk/audit-log';
import { demandUser, privateLocale } from '../entry';

const DAY = 86_400_000;
const idIn = (text: string) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);
/** The beginning of a day by the publication's clock, as ISO 8601; null where the text is not a date. */
const dayIn = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
    ? fromZonedField(`${text}T00:00`)
    : null;

export default async function Page({ params, searchParams }: PageProps<'/[locale]/newsroom/log'>) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  const parameters = await searchParams;
  const text = (name: string) => cleanText([parameters[name]].flat()[0] ?? '');
  const asked: LogAsked = {
    person: text('person'),
    verb: text('verb').slice(0, 40),
    article: text('article'),
    from: text('from'),
    to: text('to'),
  };
  const last = dayIn(asked.to);
  const [page, people] = await Promise.all([
    readLog(user, {
      userId: idIn(asked.person),
      verb: asked.verb || null,
      articleId: idIn(asked.article),
      from: dayIn(asked.from),
      until: last && new Date(Date.parse(last) + DAY).toISOString(),
      before: idIn(text('before')),
    }),
    listActors(user),
  ]);
  if (!page.ok) notFound();
  return (
    <Shell locale={locale} user={user} hasPeople={mayManagePeople(user)} path="/log">
      <Log locale={locale} page={page.value} people={people} asked={asked} />
    </Shell>
  );
}
