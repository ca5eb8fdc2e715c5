import type { Editor } from '@tiptap/core';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * One thing of the editor's state; renders again when that changes, and at no other keystroke.
 * @param read - answers something that is compared by identity: a word, a number, a truth
 */
export function useEditorValue<Value extends string | number | boolean | null>(
  editor: Editor | null,
  read: (editor: Editor) => Value,
  none: Value,
): Value {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor?.on('transaction', listener);
      return () => void editor?.off('transaction', listener);
    },
    [editor],
  );
  const get = () => (editor && !editor.isDestroyed ? read(editor) : none);
  return useSyncExternalStore(subscribe, get, () => none);
}
