/** The door before a framework that the test plays. */
import {
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { fixedClock } from '../../clock.ts';
import { openLanes } from '../../lanes.ts';
import { createDoor } from './door.ts';
import type { Answered, DoorOptions, ShortCuts } from './door-options.ts';
import { PageCache } from '../../page-cache/page-cache.ts';

const open: { close: () => void }[] = [];

afterEach(() => open.splice(0).forEach((server) => server.close()));

export const EMPTY = { status: 200, headers: {} };

/** A door before a framework that the test plays, and a way through it that spells an address as it is given. */
export async function doorBefore(
  framework: RequestListener,
  {
    shortCuts,
    ...options
  }: Partial<Omit<DoorOptions, 'shortCuts'>> & {
    shortCuts?: Partial<ShortCuts>;
  } = {},
) {
  const answered: Answered[] = [];
  const lanes = openLanes();
  const askerOf = (request: IncomingMessage) => String(request.headers['x-asker'] ?? '');
  const pageCache = new PageCache({
    listener: framework,
    lanes,
    askerOf,
    clock: fixedClock(new Date('2026-11-24T06:00:00Z')),
    host: 'news.example',
    limit: 1_000_000,
    scripts: { first: '', main: '', outdated: '', framework: [] },
    styles: {},
  });
  const server = createDoor({
    transport: null,
    pageCache,
    lanes,
    framework,
    hasSession: (request) => request.headers.cookie !== undefined,
    isOfNewsroom: async (request) => request.headers.cookie === 'newsroom=x',
    shortCuts: {
      views: async () => EMPTY,
      sitemap: async () => null,
      health: async () => ({ ...EMPTY, body: 'ready' }),
      metrics: async () => EMPTY,
      media: async () => ({ ...EMPTY, status: 404 }),
      ...shortCuts,
    },
    redirects: async () => null,
    headers: {},
    assets: null,
    clientAddress: () => '',
    askerOf,
    hosts: null,
    isStopping: () => false,
    onWritten: () => {},
    onAnswered: (one) => void answered.push(one),
    ...options,
  }).listen(0, '127.0.0.1');
  open.push({
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const read = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>(
      (resolve, reject) => {
        ask({ port, host: '127.0.0.1', path, headers, method }, (answer) => {
          let text = '';
          answer.on('data', (part: Buffer) => (text += part.toString()));
          answer.once('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
          );
        })
          .once('error', reject)
          .end();
      },
    );
  return { read, answered, lanes, port };
}

export const page: RequestListener = (request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(`page ${request.url}`);
};
