import { expect, test } from 'vitest';
import { z } from 'zod';
import { workingDraftSchema, emptyDraft } from '@/lib/content/draft/draft';
import { mostBody } from '@/lib/http/door/limits';
import { answerJson } from '../answer';
import { change } from './door';

const ADDRESS = 'http://localhost:3000/api/newsroom/articles/1/autosave';
const sent = (body: string) =>
  new Request(ADDRESS, {
    method: 'POST',
    body,
    headers: {
      origin: 'http://localhost:3000',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      host: 'localhost:3000',
    },
  });
const echo = (body: string, schema: z.ZodType = z.string()) =>
  change(sent(body), schema, (input) => Promise.resolve(answerJson(input)));

test('a draft with NULs and halves of surrogate pairs comes in clean', async () => {
  const draft = { ...emptyDraft('A \0ferry\ud800'), kicker: '\0' };
  const answer = await echo(JSON.stringify(draft), workingDraftSchema);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ headline: 'A ferry\ufffd', kicker: null });
});

test('a request is as large as the door before it lets it be, counted in bytes', async () => {
  const most = mostBody(new URL(ADDRESS).pathname);
  const ofBytes = (bytes: number) => `"${'ա'.repeat((bytes - 2) / 2)}"`;
  expect((await echo(ofBytes(most))).status).toBe(200);
  expect((await echo(ofBytes(most + 2))).status).toBe(413);
});
