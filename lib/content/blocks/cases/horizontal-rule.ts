import type { BlockCase } from '../../testing/block-case.ts';
import type { HorizontalRule } from '../horizontal-rule.ts';

export const blockCase: BlockCase<HorizontalRule> = {
  sample: { type: 'horizontalRule' },
  plainText: '',
  lines: ['rule: '],
  html: '<hr>',
  markdown: '---',
  foreignHtml: ['<hr>'],
  inList: '',
  random: () => ({ type: 'horizontalRule' }),
};
