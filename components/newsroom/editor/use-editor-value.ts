import type { Editor } from '@tiptap/core';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * A value selected from the editor's state; renders again only when that value changes.
 * @param read - returns a primitive, which is compared by identity
 * @param none - the value while there is no editor
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
