import { notFound } from 'next/navigation';
import { readWorkingArticle } from '@/lib/desk/read-article';
import { demandId, demandUser, privateLocale } from '../../../entry';

interface Asked {
  params: Promise<{ locale: string; article: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/**
 * The article to preview, for a user who may preview it, and the revision that the address names, the
 * newest by default. Answers 404 otherwise.
 */
export async function demandPreview({ params, searchParams }: Asked) {
  const locale = await privateLocale(params);
  const user = await demandUser(locale);
  const article = await readWorkingArticle(user, demandId((await params).article));
  if (!article?.verbs.includes('preview-link')) notFound();
  const asked = [(await searchParams)['version']].flat()[0];
  return { locale, user, article, version: asked ? demandId(asked) : article.version };
}
