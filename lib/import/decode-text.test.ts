import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { decodedPieces, decodeText } from './decode-text.ts';

const work = mkdtempSync(join(tmpdir(), 'caliber-decode-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A Russian text as Windows of the nineties wrote it. */
const cp1251 = (text: string) =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x80 ? code : code === 0x451 ? 0xb8 : code - 0x350;
  });
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const STORY = '---\nstory: old\nlocale: ru\n---\nПорт открыт для всех судов.\n';

test.each([
  ['UTF-8', Buffer.from(STORY), STORY, null],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${STORY}`), STORY, null],
  ['the line ends of Windows', Buffer.from('a\r\nb'), 'a\nb', null],
  ['the line ends of an old Mac', Buffer.from('a\rb\r'), 'a\nb\n', null],
  ['UTF-16 with a mark', utf16(`\uFEFF${STORY}`), STORY, null],
  ['UTF-16 without one', utf16(STORY), STORY, null],
  ['UTF-16 the other way round', utf16(`\uFEFF${STORY}`).map((_, at, all) => all[at ^ 1] ?? 0), STORY, null],
  ['Windows-1251', cp1251(STORY), STORY, 'windows-1251'],
  ['Windows-1251 in addresses', cp1251('from,to\n/новости/хлеб,/ru\n'), 'from,to\n/новости/хлеб,/ru\n', 'windows-1251'],
  ['Windows-1252', Buffer.from('The caf\xe9 closed, it\x92s \x93fine\x94 \xe0 la fran\xe7aise.', 'latin1'), 'The café closed, it’s “fine” à la française.', 'windows-1252'],
  ['nothing', new Uint8Array(), '', null],
])('%s is read', (_, bytes, text, guessed) => {
  expect(decodeText(bytes)).toEqual({ ok: true, value: { text, guessed } });
}); // prettier-ignore

test.each([
  ['letters of an alphabet that nobody knows', Uint8Array.from([0xb2, 0xb3, 0x20, 0xd5, 0xd6]), 'save it as UTF-8'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0, 0, 0, 1, 0xff]), 'save it as UTF-8'],
  ['zeros in a text', Buffer.from('a\0\0b'), 'no text'],
])('%s: refused with its reason', (_, bytes, reason) => {
  expect(decodeText(bytes)).toEqual({ ok: false, refusal: expect.stringContaining(reason) });
}); // prettier-ignore

async function pieces(bytes: Uint8Array): Promise<string> {
  const file = join(work, 'export.xml');
  writeFileSync(file, bytes);
  let text = '';
  for await (const piece of decodedPieces(file)) text += piece;
  return text;
}

test('an export is read in the encoding that it declares', async () => {
  const xml = '<?xml version="1.0" encoding="windows-1251"?><a>Порт</a>';
  expect(await pieces(cp1251(xml))).toBe(xml);
});

test('an export’s mark goes before what it declares', async () => {
  const xml = '<?xml version="1.0" encoding="utf-8"?><a>Порт</a>';
  expect(await pieces(utf16(`\uFEFF${xml}`))).toBe(xml);
});

test('an export that is not what it says is refused by name', async () => {
  await expect(pieces(cp1251('<?xml version="1.0"?><a>Порт</a>'))).rejects.toThrow(
    /export\.xml is not written in utf-8/,
  );
  await expect(pieces(Buffer.from('<?xml version="1.0" encoding="koi-99"?>'))).rejects.toThrow(
    /koi-99, which is not known/,
  );
});
