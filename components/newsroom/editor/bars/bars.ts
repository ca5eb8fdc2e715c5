/** The bars under the toolbar: one at a time, in the flow of the page, closed by Escape. */
import { Extension } from '@tiptap/core';
import { TOOLS } from '../toolbar/tools';

export const BARS = ['link', 'image', 'find', 'help'] as const;
export type Bar = (typeof BARS)[number];

/** Shortcuts that open a bar from within the text. */
export const BAR_KEYS = {
  link: 'Mod-k',
  image: 'Mod-Alt-p',
  find: 'Mod-f',
  help: 'Mod-/',
} as const satisfies Record<Bar, string>;

/** The shortcuts of the tools and of the bars. */
export const ToolKeys = Extension.create<{ onOpen: (bar: Bar) => void }>({
  name: 'toolKeys',
  addOptions: () => ({ onOpen: () => {} }),
  addKeyboardShortcuts() {
    const { editor, options } = this;
    const tools = TOOLS.map(({ key, run }) => [key, () => run(editor)] as const);
    const bars = Object.entries(BAR_KEYS).map(([bar, key]) => {
      const open = () => {
        options.onOpen(bar as Bar);
        return true;
      };
      return [key, open] as const;
    });
    return Object.fromEntries([...tools, ...bars]);
  },
});
