import { questionOf, webAnswer } from '@/lib/answer';
import { answerFile } from '@/lib/answers/file';

interface Context {
  params: Promise<{ locale: string; file: string; list?: string[] }>;
}

/**
 * A feed of a list, as RSS, Atom or JSON Feed. Its public address is `/<locale>/<list>/feed.xml`, which
 * `next.config.ts` rewrites, so that a list with a feed needs no file of its own here.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, file, list = [] } = await params;
  return webAnswer(await answerFile(questionOf(request), `/${[locale, ...list, file].join('/')}`));
}
