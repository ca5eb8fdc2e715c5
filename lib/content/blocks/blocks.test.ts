import { describe, expect, test } from 'vitest';
import type { HtmlOptions } from '../block-definition.ts';
import { BLOCKS } from '../blocks.generated.ts';
import { bodySchema, type Block, type Body } from '../body/body.ts';
import { linesOf } from '../body/lines.ts';
import { plainText } from '../body/plain-text.ts';
import { blocksHtml } from '../body/text-html.ts';
import { confine } from '../html/confine.ts';
import { parseHtml } from '../html/parse.ts';
import { readHtml } from '../html/read-html.ts';
import { parseMarkdown, readMarkdown } from '../markdown/parse.ts';
import { writeMarkdown } from '../markdown/write.ts';
import type { BlockCase } from '../testing/block-case.ts';
import { BLOCK_CASES } from './cases.generated.ts';

const CASES = Object.entries<BlockCase<Block>>(BLOCK_CASES);
const doc = (...content: Block[]): Body => ({ type: 'doc', content });
const imageIdOf = (src: string) => /^([a-z])\.jpg$/.exec(src)?.[1]?.repeat(32) ?? null;
const written = (...blocks: Block[]) =>
  writeMarkdown(doc(...blocks), (id) => `${id[0]}.jpg`).trimEnd();
const options: HtmlOptions = {
  tableLabel: 'Table',
  notes: [],
  noteLabel: String,
  figure: ({ attrs }) => `<img ${attrs.imageId[0]}>`,
};

test('every kind of block has a case', () => {
  expect(Object.keys(BLOCK_CASES)).toEqual(Object.keys(BLOCKS));
});

describe.each(CASES)('%s', (type, { sample, ...expected }) => {
  test('is stored as it is written', () => {
    expect(sample.type).toBe(type);
    expect(bodySchema.parse(doc(sample))).toEqual(doc(sample));
  });

  test('has its words, for search and reading time', () => {
    expect(plainText(doc(sample))).toBe(expected.plainText);
  });

  test('has its lines, for a comparison', () => {
    const lines = linesOf(doc(sample)).map(
      ({ kind, runs }) => `${kind}: ${runs.map(({ text }) => text).join('')}`,
    );
    expect(lines).toEqual(expected.lines);
  });

  test('has its HTML, for the page and feeds', () => {
    expect(blocksHtml([sample], options)).toBe(expected.html);
  });

  test('lets no text become a tag', () => {
    const hostile = `</p><script>alert("1")</script>'"&`;
    const block = JSON.parse(
      JSON.stringify(sample, (key, value: unknown) =>
        typeof value === 'string' && !/^(type|align)$/.test(key) ? hostile : value,
      ),
    ) as Block;
    expect(blocksHtml([block], options)).not.toContain('<script');
  });

  test('is written as Markdown', () => {
    expect(written(sample)).toBe(expected.markdown);
  });

  test('is read from its Markdown without a loss', () => {
    const { body, problems } = parseMarkdown(readMarkdown(expected.markdown), imageIdOf);
    expect(body).toEqual(doc(sample));
    expect(problems).toEqual([]);
  });

  test.each(expected.foreignHtml)('is read from the HTML of other sites: %s', (html) => {
    const { body, problems } = parseHtml(readHtml(html), {
      base: null,
      linesMatter: false,
      imageIdOf,
    });
    expect(body).toEqual(doc(sample));
    expect(problems).toEqual([]);
  });

  test('has its place in or after a list', () => {
    const { flow, lifted } = confine([sample], () => {});
    const list: Block[] =
      flow.length > 0
        ? [{ type: 'bulletList', content: [{ type: 'listItem', content: flow }] }]
        : [];
    expect(written(...list, ...lifted)).toBe(expected.inList);
    if (list.length > 0) bodySchema.parse(doc(...list));
  });
});
