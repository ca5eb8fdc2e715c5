import { readdir, readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { SaxesParser } from 'saxes';
import { CodedError } from '../errors.ts';
import type { MediaStore } from './store.ts';

export interface S3Options {
  /** Of the service, without the bucket: `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  bucket: string;
  region: string;
  key: string;
  secret: string;
}

/** Retries after the first attempt, with increasing delays: a service may be busy for a second. */
const RETRIES = 3;
/** Milliseconds for a complete response. */
const LIMIT = 30_000;

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.json': 'application/json',
};

/**
 * A store in a bucket, with path-style addresses (`<endpoint>/<bucket>/<file>`), which every service
 * supports.
 */
export function s3Store({ endpoint, bucket, region, key, secret }: S3Options): MediaStore {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: RETRIES,
  });
  const base = `${endpoint.replace(/\/+$/, '')}/${bucket}`;

  /**
   * @returns the response; null for 404
   * @throws CodedError for any other status that is not a success
   */
  async function ask(path: string, init: RequestInit = {}): Promise<Response | null> {
    let answer: Response;
    try {
      answer = await client.fetch(`${base}${path}`, {
        ...init,
        signal: AbortSignal.timeout(LIMIT),
      });
    } catch (cause) {
      throw new CodedError('media_store', `The media store at ${endpoint} does not answer.`, {
        cause,
      });
    }
    if (answer.ok) return answer;
    const text = await answer.text().catch(() => '');
    const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1];
    if (answer.status === 404 && code !== 'NoSuchBucket') return null;
    throw new CodedError(
      'media_store',
      `The media store at ${endpoint} refused ${init.method ?? 'GET'} ${path}: ` +
        `${answer.status} ${code ?? ''}. Look at MEDIA_S3_BUCKET, _REGION, _KEY and _SECRET.`,
    );
  }

  async function put(path: string, bytes: Buffer): Promise<void> {
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const headers = { 'content-type': type };
    const answer = await ask(`/${path}`, { method: 'PUT', body: new Uint8Array(bytes), headers });
    if (!answer)
      throw new CodedError('media_store', `There is no bucket ${bucket} at ${endpoint}.`);
  }

  return {
    put,
    async putFolder(folder, prefix, last) {
      const names = (await readdir(folder)).filter((name) => name !== last);
      for (const name of last === undefined ? names : [...names, last])
        await put(`${prefix}/${name}`, await readFile(join(folder, name)));
      await rm(folder, { recursive: true });
    },
    async open(path) {
      const answer = await ask(`/${path}`);
      if (!answer) return null;
      return {
        size: Number(answer.headers.get('content-length')),
        etag: answer.headers.get('etag') ?? '""',
        modifiedAt: new Date(answer.headers.get('last-modified') ?? 0),
        stream: answer.body ? Readable.fromWeb(answer.body as ReadableStream) : Readable.from([]),
      };
    },
    async size(path) {
      const answer = await ask(`/${path}`, { method: 'HEAD' });
      return answer && Number(answer.headers.get('content-length'));
    },
    remove: async (path) => void (await ask(`/${path}`, { method: 'DELETE' })),
    async list(prefix) {
      const keys: string[] = [];
      for (let token: string | undefined; ;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix });
        if (token !== undefined) query.set('continuation-token', token);
        const answer = await ask(`?${query.toString()}`);
        if (!answer) throw new CodedError('media_store', `There is no bucket ${bucket}.`);
        const page = readList(await answer.text());
        keys.push(...page.keys);
        if (page.next === undefined) return keys.sort();
        token = page.next;
      }
    },
  };
}

/** The keys of one page of a listing, and the token of the next page. */
function readList(xml: string): { keys: string[]; next: string | undefined } {
  const keys: string[] = [];
  let next: string | undefined;
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', () => (text = ''));
  parser.on('text', (part) => (text += part));
  parser.on('closetag', ({ name }) => {
    if (name === 'Key') keys.push(text);
    if (name === 'NextContinuationToken') next = text;
  });
  parser.write(xml).close();
  return { keys, next };
}
