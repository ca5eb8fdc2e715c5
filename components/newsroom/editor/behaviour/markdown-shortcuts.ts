import {
  Extension,
  InputRule,
  markInputRule,
  textblockTypeInputRule,
  wrappingInputRule,
} from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** Markdown syntax is converted while it is typed; undo restores the typed characters. */
export const MarkdownShortcuts = Extension.create({
  name: 'markdownShortcuts',
  addInputRules() {
    const { nodes, marks } = this.editor.schema;
    const node = (name: string) => nodes[name] as NonNullable<(typeof nodes)[string]>;
    const mark = (name: string, find: RegExp) =>
      markInputRule({ find, type: marks[name] as NonNullable<(typeof marks)[string]> });
    return [
      textblockTypeInputRule({
        find: /^(#{2,4})\s$/,
        type: node('heading'),
        getAttributes: ([, signs = '']) => ({ level: signs.length }),
      }),
      wrappingInputRule({ find: /^\s*[-*+]\s$/, type: node('bulletList') }),
      wrappingInputRule({
        find: /^(\d{1,6})\.\s$/,
        type: node('orderedList'),
        getAttributes: ([, number]) => ({ start: Number(number) }),
        joinPredicate: ([, number], before) =>
          before.childCount + Number(before.attrs['start']) === Number(number),
      }),
      wrappingInputRule({ find: /^>\s$/, type: node('blockquote') }),
      textblockTypeInputRule({
        find: /^```([a-z0-9+-]{0,20})\s$/,
        type: node('codeBlock'),
        getAttributes: ([, language]) => ({ language: language || null }),
      }),
      new InputRule({
        find: /^(?:---|—-|\*\*\*)$/,
        handler: ({ state, range }) => {
          const { tr } = state;
          const $at = tr.doc.resolve(range.from);
          if ($at.depth !== 1 || $at.parent.type.name !== 'paragraph') return;
          const start = $at.before(1);
          tr.replaceWith(start, $at.after(1), [
            node('horizontalRule').create(),
            node('paragraph').create(),
          ]);
          tr.setSelection(TextSelection.near(tr.doc.resolve(start + 2)));
        },
      }),
      mark('bold', /(?:^|\s)(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/),
      mark('italic', /(?:^|[^*\p{L}])(\*(?![\s*])([^*]+)(?<!\s)\*)$/u),
      mark('italic', /(?:^|\s)(_(?![\s_])([^_]+)(?<!\s)_)$/),
      mark('strike', /(?:^|\s)(~~(?!\s)([^~]+)(?<!\s)~~)$/),
      mark('code', /(?:^|[^`])(`([^`]+)`)$/),
    ];
  },
});
