import { notFound } from 'next/navigation';
import { ArticleScreen } from '@/components/newsroom/ArticleScreen';
import { Shell } from '@/components/newsroom/Shell';
import { mayManagePeople, mayNameAuthors } from '@/lib/accounts/permissions';
import { readHistory } from '@/lib/desk/audit-log';
import { namesOf } from '@/lib/desk/names';
import { listPreviewLinks } from '@/lib/newsroom/preview-links';
import { listRevisions, readWorkingArticle } from '@/lib/desk/read-article';
import { readOriginal } from '@/lib/desk/read-original';
import { picturesOf } from '@/lib/publication/get-article';
import { demandId, demandUser, privateLocale } from '../../entry';

export default async function Page({ params }: PageProps<'/[locale]/newsroom/article/[article]'>) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  const article = await readWorkingArticle(user, demandId((await params).article));
  if (!article) notFound();
  const { id } = article;
  const [revisions, links, entries, authors, topics, original] = await Promise.all([
    listRevisions(user, id),
    article.verbs.includes('preview-link') ? listPreviewLinks(id) : [],
    readHistory(id),
    namesOf('authors', article.draft.authors, article.locale),
    namesOf('topics', article.draft.topics, article.locale),
    readOriginal(user, id),
  ]);
  const shown = [...article.draft.body.content, ...(original?.body.content ?? [])];
  const pictures = await picturesOf(shown);
  return (
    <Shell locale={locale} user={user} hasPeople={mayManagePeople(user)} path={`/article/${id}`}>
      <ArticleScreen
        locale={locale}
        article={article}
        pictures={pictures}
        revisions={revisions}
        links={links}
        entries={entries}
        names={{ authors, topics, mayMake: mayNameAuthors(user) }}
        original={original}
      />
    </Shell>
  );
}
