import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FeedArticle } from '../publication/lists/feed.ts';

/** An article as a feed reads it; omitted fields get default values. */
export function feedArticle(fields: Partial<FeedArticle> = {}): FeedArticle {
  return {
    id: 7,
    locale: 'en',
    slug: 'ferry',
    storyKey: 'late-ferry',
    headline: 'Ferry & <quay>',
    standfirst: 'It was late.',
    kicker: null,
    category: { slug: 'economy', name: 'Economy' },
    authors: [{ slug: 'ana-vell', name: 'Ana Vell' }],
    topics: [{ slug: 'coast', name: 'Coast' }],
    publishedAt: '2026-11-20T10:00:00.000Z',
    updatedAt: null,
    readingMinutes: 1,
    image: null,
    body: { type: 'doc', content: [] },
    pictures: {},
    corrections: [],
    ...fields,
  };
}

export interface Outsider {
  url: string;
  /** Bodies that came whole, in order. */
  received: string[];
  close(): void;
}

/** A service that misbehaves as its test says: one behaviour a request, the last for all that follow. */
export async function outsider(
  ...behaviours: ((request: IncomingMessage, response: ServerResponse) => void)[]
): Promise<Outsider> {
  const received: string[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    const behave = behaviours[Math.min(count++, behaviours.length - 1)];
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('error', () => {});
    request.on('end', () => {
      received.push(body);
      behave?.(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    received,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers a status, and whatever headers go with it. */
export const answering =
  (status: number, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, headers).end();
  };
