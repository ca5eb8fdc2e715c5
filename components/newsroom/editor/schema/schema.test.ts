import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { bodySchema, type Body } from '@/lib/content/body';
import { randomBody } from '@/lib/content/testing/random-body';
import { documentOf } from './body-document';
import { SCHEMA_EXTENSIONS } from './extensions';

const schema = getSchema(SCHEMA_EXTENSIONS);

/** A body through the editor's own document and back. */
function through(body: Body): unknown {
  const document = schema.nodeFromJSON(documentOf(body));
  document.check();
  return document.toJSON();
}

test('every random tree goes through the editor unchanged, and is a body after it', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const body = randomBody(seed);
    expect(bodySchema.safeParse(body).error, `seed ${seed}`).toBeUndefined();
    expect(through(body), `seed ${seed}`).toEqual(body);
  }
});

test('marks that stand in another order are put into the schema’s own', () => {
  const word = (marks: unknown) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks }] }],
  });
  const link = { type: 'link', attrs: { href: '/en' } };
  expect(through(word([{ type: 'code' }, { type: 'bold' }, link]) as Body)).toEqual(
    word([link, { type: 'bold' }, { type: 'code' }]),
  );
});
