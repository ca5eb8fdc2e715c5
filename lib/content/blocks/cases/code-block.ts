import type { BlockCase } from '../../testing/block-case.ts';
import type { CodeBlock } from '../code-block.ts';

export const blockCase: BlockCase<CodeBlock> = {
  sample: {
    type: 'codeBlock',
    attrs: { language: 'js' },
    content: [{ type: 'text', text: 'if (a < b)\n  stop();' }],
  },
  plainText: 'if (a < b)\n  stop();',
  lines: ['code: if (a < b)\n  stop();'],
  html: '<pre tabindex="0"><code>if (a &lt; b)\n  stop();</code></pre>',
  markdown: '```js\nif (a < b)\n  stop();\n```',
  foreignHtml: ['<pre><code class="language-js">if (a &lt; b)\n  stop();</code></pre>'],
  inList: '- `if (a < b)`\\\n  `  stop();`',
  random: ({ pick, words, below }) => ({
    type: 'codeBlock',
    attrs: { language: pick(['js', null]) },
    ...(below(5) > 0 && { content: [{ type: 'text', text: `${words()}\n${words()}` }] }),
  }),
};
