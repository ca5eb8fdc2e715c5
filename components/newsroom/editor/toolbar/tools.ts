import type { Editor } from '@tiptap/core';
import type { ToolIconName } from '../../ui/tool-icon-names';
import { insertFootnote } from '../behaviour/footnote';
import { insertTable } from '../behaviour/table-commands';

/** The commands of the toolbar, the shortcuts and the menu of an empty line. */
export const TOOLS = [
  'heading2',
  'heading3',
  'heading4',
  'bold',
  'italic',
  'strike',
  'superscript',
  'subscript',
  'code',
  'bulletList',
  'orderedList',
  'blockquote',
  'pullQuote',
  'footnote',
  'table',
  'codeBlock',
  'horizontalRule',
] as const satisfies readonly ToolIconName[];
export type Tool = (typeof TOOLS)[number];

export const TOOL_KEYS = {
  heading2: 'Mod-Alt-2',
  heading3: 'Mod-Alt-3',
  heading4: 'Mod-Alt-4',
  bold: 'Mod-b',
  italic: 'Mod-i',
  strike: 'Mod-Shift-x',
  superscript: 'Mod-.',
  subscript: 'Mod-,',
  code: 'Mod-e',
  bulletList: 'Mod-Shift-8',
  orderedList: 'Mod-Shift-7',
  blockquote: 'Mod-Shift-9',
  pullQuote: 'Mod-Alt-q',
  footnote: 'Mod-Alt-f',
  table: 'Mod-Alt-t',
  codeBlock: 'Mod-Alt-c',
  horizontalRule: 'Mod-Alt-r',
} as const satisfies Record<Tool, string>;

/** @returns whether the tool could be applied */
export function runTool(editor: Editor, tool: Tool): boolean {
  const { commands } = editor;
  switch (tool) {
    case 'heading2':
    case 'heading3':
    case 'heading4':
      return commands.toggleNode('heading', 'paragraph', { level: Number(tool.at(-1)) });
    case 'bold':
    case 'italic':
    case 'strike':
    case 'superscript':
    case 'subscript':
    case 'code':
      return commands.toggleMark(tool);
    case 'bulletList':
    case 'orderedList':
      return commands.toggleList(tool, 'listItem');
    case 'blockquote':
      return commands.toggleWrap('blockquote');
    case 'pullQuote':
    case 'codeBlock':
      return commands.toggleNode(tool, 'paragraph');
    case 'footnote':
      return insertFootnote(editor);
    case 'table':
      return insertTable(editor);
    case 'horizontalRule':
      return commands.insertContent([{ type: 'horizontalRule' }, { type: 'paragraph' }]);
  }
}

export function isToolOn(editor: Editor, tool: Tool): boolean {
  return /^heading\d$/.test(tool)
    ? editor.isActive('heading', { level: Number(tool.at(-1)) })
    : editor.isActive(tool);
}
