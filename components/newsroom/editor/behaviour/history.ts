import { Extension } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';

/** Undo and redo; typing without a pause of half a second is one step. */
export const History = Extension.create({
  name: 'history',
  addProseMirrorPlugins: () => [history({ depth: 500, newGroupDelay: 500 })],
  addKeyboardShortcuts() {
    const run = (command: Command) => () => {
      const { state, view } = this.editor;
      return command(state, view.dispatch);
    };
    return { 'Mod-z': run(undo), 'Mod-Shift-z': run(redo), 'Mod-y': run(redo) };
  },
});
