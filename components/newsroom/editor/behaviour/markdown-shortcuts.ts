import { Extension, markInputRule } from '@tiptap/core';
import { EDITOR_BLOCKS } from '../blocks.generated';
import type { EditorBlock } from '../editor-block';

/** Markdown syntax is converted while it is typed; undo restores the typed characters. */
export const MarkdownShortcuts = Extension.create({
  name: 'markdownShortcuts',
  addInputRules() {
    const { schema } = this.editor;
    const mark = (name: string, find: RegExp) =>
      markInputRule({
        find,
        type: schema.marks[name] as NonNullable<(typeof schema.marks)[string]>,
      });
    return [
      ...Object.values<EditorBlock>(EDITOR_BLOCKS).flatMap(
        ({ inputRules }) => inputRules?.(schema) ?? [],
      ),
      mark('bold', /(?:^|\s)(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/),
      mark('italic', /(?:^|[^*\p{L}])(\*(?![\s*])([^*]+)(?<!\s)\*)$/u),
      mark('italic', /(?:^|\s)(_(?![\s_])([^_]+)(?<!\s)_)$/),
      mark('strike', /(?:^|\s)(~~(?!\s)([^~]+)(?<!\s)~~)$/),
      mark('code', /(?:^|[^`])(`([^`]+)`)$/),
    ];
  },
});
