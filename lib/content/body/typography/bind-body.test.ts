import { expect, test } from 'vitest';
import { bindBody } from './bind-body.ts';
import type { Block } from '../body.ts';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});

test('the words of a body are bound wherever text stands', () => {
  const list: Block = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph('о порте') as never] }],
  };
  expect(JSON.stringify(bindBody([list], 'ru'))).toContain('о\u00a0порте');
});

test('code stays as it was written', () => {
  const blocks: Block[] = [
    { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: 'a — b' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'a — b', marks: [{ type: 'code' }] }] },
  ];
  expect(bindBody(blocks, 'en')).toEqual(blocks);
});
