import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ViewCounter } from './counter.ts';

export interface ViewAnswerOptions {
  /** The client's address. */
  addressOf: (request: IncomingMessage) => string;
  counter: ViewCounter;
  /** Whether readers may see an article just now. */
  isVisible: (articleId: number) => Promise<boolean>;
}

/**
 * Creates the handler of `/api/views/<id>`: GET returns the current count, POST first counts one view of a
 * reader. It uses plain `node:http`, because it is requested with every page that is read and the
 * framework's router costs twice what the counting does.
 */
export function createViewAnswer({ counter, isVisible, addressOf }: ViewAnswerOptions) {
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    articleId: string,
  ): Promise<void> => {
    const isCount = request.method === 'POST';
    if (!isCount && request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD, POST, OPTIONS');
      if (request.method === 'OPTIONS') return void response.writeHead(204).end();
      return refuse(response, 405, 'method', 'A view count takes GET and POST.');
    }
    if (!/^[1-9]\d{0,8}$/.test(articleId)) {
      return refuse(response, 400, 'malformed_id', 'An article’s id is a whole number.');
    }
    const site = request.headers['sec-fetch-site'] ?? 'same-origin';
    if (isCount && site !== 'same-origin') {
      const sentence = 'A view is counted from the article’s own page only.';
      return refuse(response, 403, 'foreign_origin', sentence);
    }
    const id = Number(articleId);
    try {
      if (!(await isVisible(id))) {
        return refuse(response, 404, 'unknown_article', 'There is no such article.');
      }
    } catch {
      return refuse(response, 503, 'unavailable', 'Views cannot be counted just now.');
    }
    if (isCount) {
      await counter.count(id, {
        address: addressOf(request),
        userAgent: request.headers['user-agent'] ?? '',
        purpose: request.headers['sec-purpose']?.toString() ?? '',
      });
    }
    answer(response, 200, { views: await counter.views(id) });
  };
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  answer(response, status, { error: { code, message } });
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}
