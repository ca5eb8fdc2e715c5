import { addressOf } from '@/lib/addresses';
import { questionOf, webAnswer } from '@/lib/answer';
import { answerFile, NO_FILE } from '@/lib/answers/file';
import { sitemapPath } from '@/lib/pages/all/sitemaps';
import { answerSitemap } from '@/lib/syndication/stream-sitemap';

interface Context {
  params: Promise<{ locale: string; name: string }>;
}

/**
 * A sitemap of a locale: of a month, of the newest stories, or of the pages. Its public address is
 * `/<locale>/sitemap-<name>.xml`, which `next.config.ts` rewrites.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, name } = await params;
  const path = sitemapPath(locale, name);
  const question = questionOf(request);
  const address = addressOf(path, undefined);
  if (address.kind !== 'sitemap') return webAnswer(await answerFile(question, path));
  return webAnswer((await answerSitemap(question, address)) ?? NO_FILE);
}
