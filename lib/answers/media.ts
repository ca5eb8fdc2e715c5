import type { Answer, Question } from '../answer.ts';
import { answerFile } from '../media/answer-file.ts';
import { mediaStore } from '../media/open-store.ts';
import { running } from './running.ts';

const none = (status: 404 | 410): Answer => ({ status, headers: { 'cache-control': 'no-store' } });

/**
 * Answers `/media/…`: a file of the media store, for those who may get it. A missing file is made first where
 * that is possible: a share card, or a lost cut.
 * @param path - of the file, from `/media` on
 * @param make - makes a missing file, and returns whether it exists now
 * @throws the error of `make`
 */
export async function answerMedia(
  question: Question,
  path: string,
  make: (path: string) => Promise<boolean> = running().makeMedia,
): Promise<Answer> {
  const verdict = await running().mediaGate.judge(question, path);
  if (verdict === 'missing') return none(404);
  if (verdict === 'gone') return none(410);
  const find = () => fileOrFailure(question, path, verdict === 'one');
  return (await find()) ?? ((await make(path)) ? await find() : null) ?? none(404);
}

async function fileOrFailure(
  question: Question,
  path: string,
  isForOne: boolean,
): Promise<Answer | null> {
  try {
    return await answerFile(mediaStore(), question, path, isForOne);
  } catch (cause) {
    console.error('the media store does not answer', cause);
    return { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '5' } };
  }
}
