import { expect, test } from 'vitest';
import { emptyDraft, type Draft } from './draft.ts';
import { warningsOf } from './readiness.ts';

const NOW = new Date('2026-11-24T06:00:00Z');
const image = (alt: string) => ({ imageId: 'a'.repeat(32), alt, caption: null, credit: null });
const whole: Draft = {
  ...emptyDraft('A ferry'),
  standfirst: 'Late',
  authors: ['ana-vell'],
  image: image('A ferry at night'),
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Text' }] }],
  },
};
const codes = (draft: Draft) => warningsOf(draft, NOW).map(({ code }) => code);

test('a whole draft is warned of nothing', () => {
  expect(warningsOf(whole, NOW)).toEqual([]);
  expect(codes({ ...whole, embargoUntil: '2026-11-24T06:00:00Z' })).toEqual([]);
});

test('each thing that is missing is named, and pictures without a text are counted', () => {
  expect(codes(emptyDraft('A ferry'))).toEqual([
    'no_standfirst',
    'no_picture',
    'no_body',
    'no_author',
  ]);
  expect(codes({ ...whole, standfirst: '  ' })).toEqual(['no_standfirst']);
  expect(codes({ ...whole, embargoUntil: '2026-11-24T06:00:01Z' })).toEqual(['embargoed']);
  const pictures: Draft = {
    ...whole,
    image: image(' '),
    body: {
      type: 'doc',
      content: [
        { type: 'image', attrs: image('') },
        {
          type: 'gallery',
          content: [
            { type: 'image', attrs: image('A quay') },
            { type: 'image', attrs: image('') },
          ],
        },
      ],
    },
  };
  expect(warningsOf(pictures, NOW)).toEqual([{ code: 'no_alt', count: 3 }]);
});
