import type { Editor, InputRule, Node as SchemaNode } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import type { useTranslations } from 'next-intl';
import type { Pictures } from './views/pictures';

/** What the look of a node may need of the screen that shows the editor. */
export interface EditorScreen {
  /** The editor's words, in the language of the screen. */
  t: ReturnType<typeof useTranslations<'NewsroomEditor'>>;
  pictures: Pictures;
  /** The article's language, not the screen's. */
  language: string;
}

/** A tool of the toolbar, with its key; its words are `tool_<name>`, its icon is `icons/<name>.svg`. */
export interface EditorTool {
  name: string;
  /** As Tiptap writes it: `Mod-Alt-q`. */
  key: string;
  /** Tools stand in the order of this number. */
  place: number;
  /** @returns whether the tool could be applied */
  run: (editor: Editor) => boolean;
  /** Whether the tool is on at the cursor; absent: in a node or mark of the tool's name. */
  isOn?: (editor: Editor) => boolean;
}

/** The editor's half of a kind of block: `blocks/<name>.ts` exports it as `editorBlock`. */
export interface EditorBlock {
  /** The nodes of the schema: the block's own, then those that only it is made of. */
  nodes: readonly [SchemaNode, ...SchemaNode[]];
  /** The block's own node with a look that needs the screen. */
  view?: (screen: EditorScreen) => SchemaNode;
  /** The rules for attributes, without zod; absent: each is a text or null. */
  isSound?: (node: Node) => boolean;
  tools?: readonly EditorTool[];
  /** Markdown that is converted while it is typed. */
  inputRules?: (schema: Schema) => InputRule[];
}

/**
 * The type of a node that the schema must have.
 * @throws Error where it has none of that name
 */
export function nodeType({ nodes }: Schema, name: string): NonNullable<Schema['nodes'][string]> {
  const type = nodes[name];
  if (!type) throw new Error(`The schema has no ${name}.`);
  return type;
}
