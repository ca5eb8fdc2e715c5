import { Editor, getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { SCHEMA_EXTENSIONS } from '../schema/extensions';
import { findIn } from './find';
import { insertFootnote, leaveFootnote, removeEmptyFootnote } from './footnote';

const paragraph = (...content: object[]) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
});
const word = (text: string) => ({ type: 'text', text });
const note = (text: string) => ({ type: 'footnote', content: [word(text)] });

/** An editor that no page shows, with the cursor behind the text. */
const written = (text: string) => {
  const editor = new Editor({
    element: null,
    extensions: SCHEMA_EXTENSIONS,
    content: paragraph(word(text)),
  });
  editor.commands.setTextSelection(text.length + 1);
  return editor;
};

const type = (editor: Editor, text: string) =>
  editor.commands.command(({ tr }) => Boolean(tr.insertText(text)));

test('a note is put behind the word, written, and left for what follows it', () => {
  const editor = written('Denied');
  expect(insertFootnote(editor)).toBe(true);
  type(editor, 'Letter');
  expect(leaveFootnote(editor)).toBe(true);
  type(editor, ' twice');
  expect(editor.getJSON()).toEqual(paragraph(word('Denied'), note('Letter'), word(' twice')));
  expect(leaveFootnote(editor)).toBe(false);
});

test('there is no note in a note, and an empty one goes away', () => {
  const editor = written('Denied');
  insertFootnote(editor);
  expect(removeEmptyFootnote(editor)).toBe(true);
  expect(editor.getJSON()).toEqual(paragraph(word('Denied')));
  insertFootnote(editor);
  type(editor, 'Letter');
  expect(removeEmptyFootnote(editor)).toBe(false);
  insertFootnote(editor);
  type(editor, '.');
  expect(editor.getJSON()).toEqual(paragraph(word('Denied'), note('Letter'), word('.')));
});

test('words behind a note, and in it, are found where they stand', () => {
  const schema = getSchema(SCHEMA_EXTENSIONS);
  const doc = schema.nodeFromJSON(paragraph(word('Denied'), note('a letter'), word(' twice')));
  const textAt = (text: string) =>
    findIn(doc, { text, isWholeWord: true, isCaseKept: true }).map(({ from, to }) =>
      doc.textBetween(from, to),
    );
  expect(textAt('twice')).toEqual(['twice']);
  expect(textAt('letter')).toEqual(['letter']);
});
