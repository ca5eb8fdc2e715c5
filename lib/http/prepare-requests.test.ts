import { createServer, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { bareScripts, noteStatus } from '../page-tags.ts';
import { CLIENT_ADDRESS } from './client-address.ts';
import { prepareRequests } from './prepare-requests.ts';

beforeAll(() => prepareRequests(() => '192.0.2.7', { first: 'first()', main: 'main()' }));
const open: { close: () => void }[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  open.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('each of two pages that are rendered at once sets the status of its own response', async () => {
  const site = await serve(async (request, response) => {
    await sleep(10);
    if (request.url === '/none') noteStatus(404);
    if (request.url === '/withdrawn') noteStatus(410);
    await sleep(10);
    response.end();
  });
  const paths = ['/none', '/there', '/withdrawn'];
  const answers = await Promise.all(paths.map((path) => fetch(`${site}${path}`)));
  expect(answers.map(({ status }) => status)).toEqual([404, 200, 410]);
});

test('a second request on the same connection does not have the status of the first', async () => {
  const site = await serve((request, response) => {
    if (request.url === '/none') noteStatus(404);
    response.end();
  });
  const statuses = [];
  for (const path of ['/none', '/there']) statuses.push((await fetch(`${site}${path}`)).status);
  expect(statuses).toEqual([404, 200]);
});

test('a client cannot state its own address', async () => {
  const site = await serve((request, response) =>
    response.end(request.headers[CLIENT_ADDRESS]?.toString()),
  );
  const answer = await fetch(site, { headers: { [CLIENT_ADDRESS]: '127.0.0.1' } });
  expect(await answer.text()).toBe('192.0.2.7');
});

test.each([
  ['/en/post/%c0%af', '/api/undecodable'],
  ['/en/%', '/en/_'],
  ['/ru/post/%00?a=b', '/ru/_'],
  ['/en/post/a?q=%', '/en/post/a?q=%'],
])('the framework handles %s as %s', async (path, handled) => {
  const site = new URL(await serve((request, response) => response.end(request.url)));
  const socket = connect(Number(site.port), site.hostname);
  socket.end(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  expect((await text(socket)).split('\r\n').at(-1)).toBe(handled);
});

test('a page finds its own scripts in its notes', async () => {
  const site = await serve((_, response) => response.end(bareScripts()?.main));
  expect(await (await fetch(site)).text()).toBe('main()');
});
