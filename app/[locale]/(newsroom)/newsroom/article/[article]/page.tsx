import { notFound } from 'next/navigation';
import { ArticleScreen } from '@/components/newsroom/ArticleScreen';
import { Shell } from '@/components/newsroom/Shell';
import { mayManagePeople } from '@/lib/auth/permissions';
import { listPreviewLinks } from '@/lib/newsroom/preview-links';
import {
  listDeeds,
  listNames,
  listRevisions,
  readWorkingArticle,
} from '@/lib/newsroom/read-article';
import { markdownOf } from '@/lib/newsroom/save-markdown';
import { demandId, demandUser, privateLocale } from '../../entry';

export default async function Page({ params }: PageProps<'/[locale]/newsroom/article/[article]'>) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  const article = await readWorkingArticle(user, demandId((await params).article));
  if (!article) notFound();
  const { id } = article;
  const [revisions, links, deeds, names] = await Promise.all([
    listRevisions(id),
    article.verbs.includes('preview') ? listPreviewLinks(id) : [],
    listDeeds(id),
    listNames(article.locale),
  ]);
  return (
    <Shell locale={locale} user={user} hasPeople={mayManagePeople(user)} path={`/article/${id}`}>
      <ArticleScreen
        locale={locale}
        article={article}
        markdown={markdownOf(article.draft.body)}
        revisions={revisions}
        links={links}
        deeds={deeds}
        names={names}
      />
    </Shell>
  );
}
