import { notFound } from 'next/navigation';
import { Compare } from '@/components/newsroom/Compare';
import { Shell } from '@/components/newsroom/Shell';
import { mayManagePeople } from '@/lib/accounts/permissions';
import { readRevisionFor, readWorkingArticle } from '@/lib/desk/read-article';
import { demandId, demandUser, privateLocale } from '../../../entry';

/** `?from=3&to=5`, or `&to=now` for the working copy. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/newsroom/article/[article]/compare'>) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  const id = demandId((await params).article);
  const asked = await searchParams;
  const said = (name: string) => [asked[name]].flat()[0] ?? '';
  const from = demandId(said('from'));
  const to = said('to') === 'now' ? null : demandId(said('to'));
  const article = await readWorkingArticle(user, id);
  if (!article) notFound();
  const before = await readRevisionFor(user, id, from);
  const after = to === null ? article.draft : await readRevisionFor(user, id, to);
  if (!before || !after) notFound();
  const path = `/article/${id}/compare?from=${from}&to=${to ?? 'now'}` as const;
  return (
    <Shell locale={locale} user={user} hasPeople={mayManagePeople(user)} path={path}>
      <Compare
        locale={locale}
        article={article}
        before={{ version: from, draft: before }}
        after={{ version: to, draft: after }}
      />
    </Shell>
  );
}
