import { Editor, getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { bodySchema, type Body } from '@/lib/content/body/body';
import { randomBody } from '@/lib/content/testing/random-body';
import { bodyOf, documentOf } from './body-document';
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

test('a text whose words are bold over the end of a line and in a note can be saved', () => {
  const word = (text: string, marks?: object[]) => ({
    type: 'text',
    text,
    ...(marks && { marks }),
  });
  const written = (marks?: object[]) => [
    word('a', marks),
    { type: 'hardBreak' },
    word('b', marks),
    { type: 'footnote', content: [word('n', marks)] },
  ];
  const document = (content: object[]) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content }],
  });
  const editor = new Editor({
    element: null,
    extensions: SCHEMA_EXTENSIONS,
    content: document(written()),
  });
  editor.commands.selectAll();
  editor.commands.toggleMark('bold');
  const body = bodyOf(editor.getJSON());
  expect(bodySchema.safeParse(body).error).toBeUndefined();
  expect(body).toEqual(document(written([{ type: 'bold' }])));
});
