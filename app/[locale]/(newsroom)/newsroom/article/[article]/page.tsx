import { notFound } from 'next/navigation';
import { ArticleScreen } from '@/components/newsroom/ArticleScreen';
import { Shell } from '@/components/newsroom/Shell';
import { mayManagePeople } from '@/lib/auth/permissions';
import { readHistory } from '@/lib/newsroom/audit-log';
import { listPreviewLinks } from '@/lib/newsroom/preview-links';
import { listNames, listRevisions, readWorkingArticle } from '@/lib/newsroom/read-article';
import { readOriginal } from '@/lib/newsroom/read-original';
import { picturesOf } from '@/lib/publication/get-article';
import { source } from '@/lib/publication/source';
import { demandId, demandUser, privateLocale } from '../../entry';

export default async function Page({ params }: PageProps<'/[locale]/newsroom/article/[article]'>) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  const article = await readWorkingArticle(user, demandId((await params).article));
  if (!article) notFound();
  const { id } = article;
  const [revisions, links, deeds, names, original] = await Promise.all([
    listRevisions(id),
    article.verbs.includes('preview') ? listPreviewLinks(id) : [],
    readHistory(id),
    listNames(article.locale),
    readOriginal(user, id),
  ]);
  const shown = [...article.draft.body.content, ...(original?.body.content ?? [])];
  const pictures = await picturesOf(source(), shown);
  return (
    <Shell locale={locale} user={user} hasPeople={mayManagePeople(user)} path={`/article/${id}`}>
      <ArticleScreen
        locale={locale}
        article={article}
        pictures={pictures}
        revisions={revisions}
        links={links}
        deeds={deeds}
        names={names}
        original={original}
      />
    </Shell>
  );
}
