import type { Editor } from '@tiptap/core';
import { insertFootnote } from '../behaviour/footnote';
import { EDITOR_BLOCKS } from '../blocks.generated';
import type { EditorBlock, EditorTool } from '../editor-block';

const markTool = <Name extends string>(name: Name, place: number, key: string) => ({
  name,
  place,
  key,
  run: ({ commands }: Editor) => commands.toggleMark(name),
});
const INLINE_TOOLS = [
  markTool('bold', 20, 'Mod-b'),
  markTool('italic', 21, 'Mod-i'),
  markTool('strike', 22, 'Mod-Shift-x'),
  markTool('superscript', 23, 'Mod-.'),
  markTool('subscript', 24, 'Mod-,'),
  markTool('code', 25, 'Mod-e'),
  { name: 'footnote', place: 50, key: 'Mod-Alt-f', run: insertFootnote },
] as const satisfies readonly EditorTool[];

type Blocks = (typeof EDITOR_BLOCKS)[keyof typeof EDITOR_BLOCKS];
type ToolsOf<Block> = Block extends { tools: readonly (infer Tool)[] } ? Tool : never;
export type BlockTool = ToolsOf<Blocks> extends { name: infer Name extends string } ? Name : never;
type ToolName = (typeof INLINE_TOOLS)[number]['name'] | BlockTool;
type Tool = EditorTool & { name: ToolName };

/** The commands of the toolbar, in its order, with their shortcuts. */
export const TOOLS = [
  ...INLINE_TOOLS,
  ...Object.values<EditorBlock>(EDITOR_BLOCKS).flatMap(({ tools = [] }) => [...tools]),
].sort((one, other) => one.place - other.place) as Tool[];

/** Whether a tool is in effect where the cursor is. */
export const isToolOn = (editor: Editor, { name, isOn }: Tool): boolean =>
  isOn ? isOn(editor) : editor.isActive(name);
