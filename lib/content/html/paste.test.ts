import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bodySchema } from '../body/body.ts';
import { HOSTILE_HTML } from '../testing/hostile-html.ts';
import { writeMarkdown } from '../markdown/write.ts';
import { readPaste } from './paste.ts';

const ORIGIN = 'https://news.example';
const ID = 'ab'.repeat(16);

function read(html: string) {
  const { body, lostPictures } = readPaste(html, ORIGIN);
  expect(bodySchema.safeParse(body).error).toBeUndefined();
  return { text: writeMarkdown(body, (id) => `/media/${id}`).trim(), body, lostPictures };
}

const GOOGLE_DOCS = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7c1f8e0a-7fff-2f0e"><h1 dir="ltr" style="line-height:1.38;margin-top:20pt;"><span style="font-size:20pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;">The harbour</span></h1><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;">It is </span><span style="font-size:11pt;font-weight:700;">cold</span><span style="font-weight:400;font-style:italic;"> and grey</span><span style="font-weight:400;">, says </span><a href="https://port.example/a" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">the port</span></a><span style="font-weight:400;">.</span></p><ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">ice</span></p></li><ul style="padding-inline-start:48px;"><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;text-decoration:line-through;">fog</span></p></li></ul></ul><p dir="ltr"><span><span style="border:none;display:inline-block;overflow:hidden;width:602px;height:401px;"><img src="https://lh7-rt.googleusercontent.com/docsz/AD_4" width="602" height="401" /></span></span></p><div dir="ltr" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="300" /><col width="300" /></colgroup><tbody><tr style="height:0pt"><td style="border:solid #000 1pt;"><p dir="ltr"><span style="font-weight:400;">Ship</span></p></td><td><p dir="ltr"><span style="font-weight:400;">Day</span></p></td></tr><tr><td><p><span>Ararat</span></p></td><td><p><span>7</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`;

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;font-size:11.0pt;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment--><h2>Two lists<o:p></o:p></h2><p class=MsoNormal><b><span lang=EN-US style='mso-ansi-language:EN-US'>Bold</span></b><span style='mso-spacerun:yes'>&nbsp; </span>and <i>slanted</i>.<o:p></o:p></p><p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>first<o:p></o:p></p><p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>inner</p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>second</p><p class=MsoNormal>Between</p><p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>one</p><p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.</span><![endif]>two</p><p class=MsoNormal style='display:none;mso-hide:all'>hidden</p><!--EndFragment--></body></html>`;

const WEB = `<html><body><!--StartFragment--><article class="c-post" onclick="steal()"><style>.a{color:red}</style><script>alert(1)</script><h3 style="color:red">Storm</h3><p class="lead" onmouseover="x()">Rain <a href="javascript:alert(1)">fell</a> on <a href="${ORIGIN}/en/post/rain" target="_blank">us</a>.</p><blockquote><p>Wet.</p></blockquote><img src="data:image/png;base64,AAAA" onerror="x()"><img src="/media/${ID}/800.webp" alt="Rain"><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe></article><!--EndFragment--></body></html>`;

test('what Google Docs copies comes out as its structure', () => {
  const { text, lostPictures } = read(GOOGLE_DOCS);
  expect(text.replaceAll('&#x20;', ' ').replace(/ +\|/g, ' |').replace(/-{3,}/g, '---')).toBe(
    '## The harbour\n\nIt is **cold**_ and grey_, says [the port](https://port.example/a).\n\n- ice\n  - ~~fog~~\n\n| Ship | Day |\n| --- | --- |\n| Ararat | 7 |',
  );
  expect(lostPictures).toBe(1);
});

test('what Word copies comes out as its structure, its lists as lists', () => {
  expect(read(WORD).text).toBe(
    '## Two lists\n\n**Bold**\u00a0 and *slanted*.\n\n- first\n  - inner\n- second\n\nBetween\n\n1. one\n2. two',
  );
});

test('what a page copies comes out without what runs, and with our own pictures and links as ours', () => {
  const { text, lostPictures } = read(WEB);
  expect(text).toBe(
    `### Storm\n\nRain fell on [us](/en/post/rain).\n\n> Wet.\n\n![Rain](/media/${ID})\n\nhttps://www.youtube.com/watch?v=abcdefghijk`,
  );
  expect(lostPictures).toBe(1);
});

test('of hostile HTML nothing is left but a valid tree, whose links lead only where links may', () => {
  for (const html of HOSTILE_HTML) {
    const { body } = read(html);
    const addresses = [...JSON.stringify(body).matchAll(/"(?:href|url)":"([^"]*)"/g)];
    for (const [, address = ''] of addresses) {
      expect(address, html).toMatch(/^(https?:\/\/|\/(?!\/)|#)/);
      expect(address, html).not.toMatch(/["<>]/);
    }
  }
});

const copied = (name: string) =>
  read(readFileSync(join(import.meta.dirname, '../testing', name), 'utf8')).text;

test('raised letters and footnotes of Word come with the text', () => {
  const text = copied('word.html');
  expect(text).toContain('3×10<sup>6</sup> m<sup>3</sup> of water, and CO<sub>2</sub> fell');
  expect(text).toContain('here.[^1] ');
  expect(text).toMatch(/\n\n\[\^1\]: The first footnote\.\s*$/);
});

test('letters that Google Docs raises and lowers by their style stay so', () => {
  expect(copied('gdocs.html')).toContain('x<sup>2</sup> and H<sub>2</sub>O~~struck~~');
});
