import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LARGEST_FILE } from '../content/desk/media.ts';
import { diskStore } from './disk-store.ts';
import type { MediaStore } from './store.ts';
import { readInfo, readUpload } from './upload-parts.ts';
import { UPLOADS } from '../api-addresses.ts';
import { answerUpload } from './upload-server.ts';

/** Milliseconds for which a line is silent before it is known to be dead. */
const SILENCE = 300;
const SITE = 'http://127.0.0.1';
const TUS = { 'tus-resumable': '1.0.0' };

function server(store: MediaStore = diskStore(mkdtempSync(`${tmpdir()}/caliber-tus-`))) {
  const ask = (userId: number, method: string, path: string, headers = {}, body?: BodyInit) =>
    answerUpload(
      new Request(`${SITE}${path}`, {
        method,
        headers: { ...TUS, ...headers },
        ...(body !== undefined && { body, duplex: 'half' }),
      } as RequestInit),
      { store, userId },
    );
  const begin = async (userId: number, size: number) => {
    const answer = await ask(userId, 'POST', UPLOADS, {
      'upload-length': String(size),
      'upload-metadata': `filename ${Buffer.from('ծով.jpg').toString('base64')}`,
    });
    return { status: answer.status, path: answer.headers.get('location') ?? '' };
  };
  const patch = (userId: number, path: string, offset: number, body: BodyInit) =>
    ask(
      userId,
      'PATCH',
      path,
      { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body,
    );
  return { store, ask, begin, patch };
}
const idOf = (path: string) => path.split('/').at(-1) ?? '';

test('an upload that broke off is gone on with where it stopped', async () => {
  const { store, ask, begin, patch } = server();
  const { status, path } = await begin(7, 12);
  expect([status, path.startsWith(`${UPLOADS}/`)]).toEqual([201, true]);
  // Five bytes arrive, then the line is dead.
  let part = 0;
  const broken = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (part++ === 0) return controller.enqueue(Buffer.from('Hello'));
      await setTimeout(SILENCE);
      controller.error(new Error('the line is dead'));
    },
  });
  await patch(7, path, 0, broken).catch(() => {});
  expect(await readUpload(store, idOf(path), { size: 12 })).toBeNull();
  const head = await ask(7, 'HEAD', path);
  expect(head.headers.get('upload-offset')).toBe('5');
  expect((await patch(7, path, 0, 'Hello')).status).toBe(409);
  expect((await patch(7, path, 5, ' there!')).status).toBe(204);
  expect((await readUpload(store, idOf(path), { size: 12 }))?.toString()).toBe('Hello there!');
  expect(await readInfo(store, 7, idOf(path))).toMatchObject({ name: 'ծով.jpg', size: 12 });
});

test('another’s upload is as good as missing, whatever is asked of it', async () => {
  const { ask, begin, patch } = server();
  const { path } = await begin(7, 5);
  expect((await ask(8, 'HEAD', path)).status).toBe(404);
  expect((await patch(8, path, 0, 'Hello')).status).toBe(404);
  for (const id of ['..', '%2e%2e', 'info.json', `${idOf(path)}%2finfo.json`])
    expect([id, (await ask(7, 'HEAD', `${UPLOADS}/${id}`)).status]).toEqual([id, 404]);
});

test('more than 25 MB is refused before a byte is sent, and more than was said when it comes', async () => {
  const { begin, patch } = server();
  expect((await begin(7, LARGEST_FILE + 1)).status).toBe(413);
  const { path } = await begin(7, 5);
  const status = await patch(7, path, 0, 'Hello there').then((answer) => answer.status);
  expect(status).toBe(413);
});

test('a disk that is full is said to be full, and nothing half is there', async () => {
  const kept = diskStore(mkdtempSync(`${tmpdir()}/caliber-tus-`));
  const full: MediaStore = {
    ...kept,
    put: (path, bytes) =>
      path.includes('/part-')
        ? Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }))
        : kept.put(path, bytes),
  };
  const { begin, patch, ask } = server(full);
  const { path } = await begin(7, 5);
  expect((await patch(7, path, 0, 'Hello')).status).toBe(507);
  expect((await ask(7, 'HEAD', path)).headers.get('upload-offset')).toBe('0');
});

test('a user may leave a limited number of uploads unfinished; other users are not affected', async () => {
  const { begin, ask } = server();
  const begun = [];
  for (let size = 0; size + LARGEST_FILE <= 500 * 1024 * 1024; size += LARGEST_FILE)
    begun.push(await begin(7, LARGEST_FILE));
  expect(new Set(begun.map(({ status }) => status))).toEqual(new Set([201]));
  expect((await begin(7, LARGEST_FILE)).status).toBe(429);
  expect((await begin(8, LARGEST_FILE)).status).toBe(201);
  await ask(7, 'DELETE', begun[0]?.path ?? '');
  expect((await begin(7, LARGEST_FILE)).status).toBe(201);
});
