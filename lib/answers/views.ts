import { jsonAnswer, jsonRefusal, type Answer, type Question } from '../answer.ts';
import { CLIENT_ADDRESS } from '../http/client-address.ts';
import { isArticleVisible } from '../publication/is-visible.ts';
import { remember } from '../publication/remember.ts';
import { running } from './running.ts';

/**
 * Answers `/api/views/<id>`: GET returns the article's current count, POST first counts one view of a
 * reader.
 * @param articleId - the segment of the address, as it was sent
 */
export async function answerViews(question: Question, articleId: string): Promise<Answer> {
  const { method, headers } = question;
  const isCount = method === 'POST';
  if (!isCount && method !== 'GET' && method !== 'HEAD') return refusalOfMethod(method);
  if (!/^[1-9]\d{0,8}$/.test(articleId))
    return jsonRefusal(400, 'malformed_id', 'An article’s id is a whole number.');
  if (isCount && (headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin') {
    const sentence = 'A view is counted from the article’s own page only.';
    return jsonRefusal(403, 'foreign_origin', sentence);
  }
  const id = Number(articleId);
  const { counter } = running();
  try {
    if (!(await remember(`visible:${id}`, () => isArticleVisible(id))))
      return jsonRefusal(404, 'unknown_article', 'There is no such article.');
  } catch {
    return jsonRefusal(503, 'unavailable', 'Views cannot be counted just now.');
  }
  if (isCount)
    await counter.count(id, {
      address: headers[CLIENT_ADDRESS]?.toString() ?? '',
      userAgent: headers['user-agent'] ?? '',
      purpose: headers['sec-purpose']?.toString() ?? '',
    });
  return jsonAnswer(200, { views: await counter.views(id) });
}

function refusalOfMethod(method: string | undefined): Answer {
  const headers = { allow: 'GET, HEAD, POST, OPTIONS' };
  if (method === 'OPTIONS') return { status: 204, headers };
  const refusal = jsonRefusal(405, 'method', 'A view count takes GET and POST.');
  return { ...refusal, headers: { ...refusal.headers, ...headers } };
}
