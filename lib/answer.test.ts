import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { jsonRefusal, questionOf, sendAnswer, webAnswer, type Answer } from './answer.ts';

const open: { close: () => void }[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

/** The same answer as it is sent over `node:http`, and as a web response. */
async function bothWays(make: () => Answer, method = 'GET') {
  const server = createServer((_, response) => void sendAnswer(response, make()));
  open.push(server.listen(0, '127.0.0.1'));
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const sent = await fetch(`http://127.0.0.1:${port}`, { method });
  return [sent, webAnswer(make())] as const;
}

test('an answer is the same over node:http and as a web response', async () => {
  for (const answer of await bothWays(() => jsonRefusal(404, 'unknown', 'There is none.'))) {
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual({ error: { code: 'unknown', message: 'There is none.' } });
  }
});

test('a stream is sent to its end both ways', async () => {
  const body = () => Readable.from(['one ', 'two'], { objectMode: false });
  const make = () => ({ status: 200, headers: {}, body: body() });
  for (const answer of await bothWays(make)) expect(await answer.text()).toBe('one two');
});

test('HEAD gets the length of the body and destroys a stream that is not sent', async () => {
  const [sent] = await bothWays(() => ({ status: 200, headers: {}, body: 'text' }), 'HEAD');
  expect([sent.headers.get('content-length'), await sent.text()]).toEqual(['4', '']);
  const body = Readable.from(['x']);
  await bothWays(() => ({ status: 200, headers: {}, body }), 'HEAD');
  expect(body.destroyed).toBe(true);
});

test('the question in a web request has its path and query, and its headers by lowercase name', () => {
  const request = new Request('http://host.example/en?a=b', {
    headers: { 'If-None-Match': '"x"' },
  });
  const question = questionOf(request);
  expect([question.method, question.url]).toEqual(['GET', '/en?a=b']);
  expect(question.headers['if-none-match']).toBe('"x"');
});

test('a client that disconnects before its answer is no fault, and the file is closed', async () => {
  const body = Readable.from([Buffer.from('picture')]);
  const sent = new Promise<void>((resolve, reject) => {
    const server = createServer((asked, response) => {
      response.once('close', () => {
        sendAnswer(response, { status: 200, headers: {}, body }).then(resolve, reject);
      });
      asked.socket.destroy();
    });
    open.push(
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        request({ host: '127.0.0.1', port })
          .on('error', () => {})
          .end();
      }),
    );
  });
  await expect(sent).resolves.toBeUndefined();
  expect(body.destroyed).toBe(true);
});
