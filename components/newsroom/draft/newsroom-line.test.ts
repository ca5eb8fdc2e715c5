import { afterEach, expect, test, vi } from 'vitest';
import { newsroomLine } from './newsroom-line';

afterEach(() => void vi.unstubAllGlobals());

const answered = (answer: () => Promise<Response>) => vi.stubGlobal('fetch', answer);

test('a reading that nobody is signed in for is refused as that, not as a lost connection', async () => {
  const error = { code: 'signed_out', message: 'Sign in first.' };
  answered(() => Promise.resolve(Response.json({ error }, { status: 401 })));
  await expect(newsroomLine(1).read()).rejects.toMatchObject({ code: 'signed_out' });
});

test('a reading that gets no answer is a lost connection', async () => {
  answered(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(newsroomLine(1).read()).rejects.toMatchObject({ code: 'offline' });
});
