import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { diskStore } from './disk-store.ts';
import { s3Store } from './s3-store.ts';
import { sendAnswer } from '../answer.ts';
import { answerFile } from './answer-file.ts';
import { readMedia, removeAll, type MediaStore } from './store.ts';

/** Milliseconds, on a machine that does much else. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'caliber-store-'));
const s3 = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(folder, 'buckets'),
  configureBuckets: [{ name: 'caliber-media', configs: [] }],
});
let endpoint = '';
const credentials = { region: 'us-east-1', key: 'S3RVER', secret: 'S3RVER' };
const bucket = () => s3Store({ endpoint, bucket: 'caliber-media', ...credentials });
const stores: Record<string, () => MediaStore> = {
  'a folder': () => diskStore(join(folder, 'disk')),
  'a bucket': bucket,
};

beforeAll(async () => {
  const { port } = await s3.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(() => s3.close());

test.each(Object.keys(stores))('%s keeps files whole, lists and removes them', async (name) => {
  const store = (stores[name] as () => MediaStore)();
  await store.put('a/1200.webp', Buffer.from('Hello there'));
  await store.put('a/picture.json', Buffer.from('{}'));
  await store.put('ab/1.webp', Buffer.from('x'));
  expect((await readMedia(store, 'a/1200.webp'))?.toString()).toBe('Hello there');
  expect((await store.open('a/1200.webp'))?.size).toBe(11);
  expect(await store.open('a/missing.webp')).toBeNull();
  expect([await store.size('a/picture.json'), await store.size('a/no')]).toEqual([2, null]);
  expect(await store.list('a/')).toEqual(['a/1200.webp', 'a/picture.json']);
  const work = join(folder, `work-${name.replace(' ', '-')}`);
  mkdirSync(work);
  writeFileSync(join(work, 'picture.json'), 'new');
  writeFileSync(join(work, '480.webp'), 'small');
  await store.putFolder(work, 'a', 'picture.json');
  expect(await store.list('a/')).toEqual(['a/1200.webp', 'a/480.webp', 'a/picture.json']);
  expect((await readMedia(store, 'a/picture.json'))?.toString()).toBe('new');
  await removeAll(store, 'a/');
  await store.remove('a/gone.webp');
  expect(await store.list('a/')).toEqual([]);
  expect(await store.list('ab/')).toEqual(['ab/1.webp']);
});

test('a listing of more files than one answer holds is read to its end', async () => {
  const asked: (string | null)[] = [];
  const service = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://x').searchParams.get('continuation-token');
    asked.push(token);
    const keys = token === null ? ['many/a &amp; b', 'many/c'] : ['many/d'];
    const next = token === null ? '<NextContinuationToken>1/+=</NextContinuationToken>' : '';
    const contents = keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
    response.end(`<?xml version="1.0"?><ListBucketResult>${next}${contents}</ListBucketResult>`);
  });
  const site = `http://127.0.0.1:${await listening(service)}`;
  const store = s3Store({ endpoint: site, bucket: 'media', ...credentials });
  expect(await store.list('many/')).toEqual(['many/a & b', 'many/c', 'many/d']);
  expect(asked).toEqual([null, '1/+=']);
  service.close();
});

test('a bucket that is missing, a wrong key and a dead service are named in the error', async () => {
  const stranger = s3Store({ endpoint, bucket: 'no-such-bucket', ...credentials });
  await expect(stranger.put('a', Buffer.from('x'))).rejects.toThrow(/NoSuchBucket/);
  const wrong = s3Store({ endpoint, bucket: 'caliber-media', ...credentials, key: 'wrong' });
  await expect(wrong.put('a', Buffer.from('x'))).rejects.toThrow(/InvalidAccessKeyId.*MEDIA_S3/);
  const dead = s3Store({ endpoint: 'http://127.0.0.1:1', bucket: 'caliber-media', ...credentials });
  await expect(dead.open('a')).rejects.toMatchObject({ code: 'media_store' });
});

test('a service that fails for a moment is asked again', async () => {
  let asked = 0;
  const moody = createServer((_, response) => {
    asked++;
    response.writeHead(asked < 3 ? 503 : 200, { 'content-length': '2' }).end('ok');
  });
  const port = await listening(moody);
  const store = s3Store({ endpoint: `http://127.0.0.1:${port}`, bucket: 'media', ...credentials });
  expect((await readMedia(store, 'a'))?.toString()).toBe('ok');
  expect(asked).toBe(3);
  moody.close();
});

test('a bucket’s picture is sent whole for any range, conditionally, and never as an original', async () => {
  const store = bucket();
  const id = 'a'.repeat(32);
  await store.put(`${id}/480.webp`, Buffer.from('Hello there'));
  await store.put(`${id}/original.jpg`, Buffer.from('secret'));
  await store.put(`uploads/x/part-0-6`, Buffer.from('secret'));
  const reader = createServer(async (request, response) => {
    const answer = await answerFile(store, request, request.url ?? '');
    await sendAnswer(response, answer ?? { status: 404, headers: {} });
  });
  const site = `http://127.0.0.1:${await listening(reader)}`;
  const whole = await fetch(`${site}/${id}/480.webp`);
  expect(await whole.text()).toBe('Hello there');
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'image/webp',
    'content-length': '11',
    'cache-control': expect.stringContaining('immutable') as string,
  });
  for (const range of ['bytes=-3', 'bytes=6-', 'bytes=99-', 'bytes=0-1,4-5', 'lines=1-2']) {
    const answer = await fetch(`${site}/${id}/480.webp`, { headers: { range } });
    expect([range, answer.status, await answer.text()]).toEqual([range, 200, 'Hello there']);
    expect(answer.headers.get('accept-ranges')).toBe('none');
  }
  const etag = whole.headers.get('etag') ?? '';
  for (const tags of [etag, '*', `"other", ${etag}`]) {
    const known = await fetch(`${site}/${id}/480.webp`, { headers: { 'if-none-match': tags } });
    expect([tags, known.status]).toEqual([tags, 304]);
  }
  for (const path of [
    `/${id}/original.jpg`,
    `/${id}/%6friginal.jpg`,
    `/${id}/picture.json`,
    '/uploads/x/part-0-6',
    `/${id}/../uploads/x/part-0-6`,
    `/${id}/800.webp`,
    '/',
  ])
    expect([path, (await fetch(`${site}${path}`)).status]).toEqual([path, 404]);
  reader.close();
});

test('a file that could not be written to its end is not there at all', async () => {
  const root = join(folder, 'full');
  const store = diskStore(root);
  const bytes = { length: 5 } as unknown as Buffer;
  await expect(store.put('a/x.webp', bytes)).rejects.toThrow();
  expect(await store.list('a/')).toEqual([]);
  expect(readdirSync(join(root, 'a'))).toEqual([]);
});

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
