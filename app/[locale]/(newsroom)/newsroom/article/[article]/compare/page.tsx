import { notFound } from 'next/navigation';
import { Compare } from '@/components/newsroom/Compare';
import { Shell } from '@/components/newsroom/Shell';
import { mayManagePeople } from '@/lib/auth/permissions';
import { readRevisionFor } from '@/lib/newsroom/read-article';
import { markdownOf } from '@/lib/newsroom/save-markdown';
import { demandId, demandUser, privateLocale } from '../../../entry';

export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/newsroom/article/[article]/compare'>) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  const id = demandId((await params).article);
  const asked = await searchParams;
  const versionOf = (name: string) => demandId([asked[name]].flat()[0] ?? '');
  const [from, to] = [versionOf('from'), versionOf('to')];
  const [before, after] = await Promise.all([
    readRevisionFor(user, id, from),
    readRevisionFor(user, id, to),
  ]);
  if (!before || !after) notFound();
  const path = `/article/${id}/compare?from=${from}&to=${to}`;
  return (
    <Shell locale={locale} user={user} hasPeople={mayManagePeople(user)} path={path}>
      <Compare
        locale={locale}
        articleId={id}
        before={{ version: from, draft: before, markdown: markdownOf(before.body) }}
        after={{ version: to, draft: after, markdown: markdownOf(after.body) }}
      />
    </Shell>
  );
}
