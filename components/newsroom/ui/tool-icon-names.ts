import type { BlockTool } from '../editor/toolbar/tools.ts';

/** The icons that `scripts/icons.ts` draws for the newsroom; readers never load them. */
export const TOOL_ICON_NAMES = [
  'bold',
  'italic',
  'strike',
  'superscript',
  'subscript',
  'code',
  'link',
  'unlink',
  'footnote',
  'image',
  'gallery',
  'embed',
  'undo',
  'redo',
  'find',
  'help',
  'plus',
  'close',
  'previous',
  'next',
  'rowBefore',
  'rowAfter',
  'columnBefore',
  'columnAfter',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
  'alignLeft',
  'alignCenter',
  'alignRight',
] as const;
export type DrawnIconName = (typeof TOOL_ICON_NAMES)[number];
/** The icons of `public/newsroom-icons.svg`: the tools of blocks have theirs in `../editor/icons`. */
export type ToolIconName = DrawnIconName | BlockTool;
