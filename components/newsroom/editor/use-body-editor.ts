import { Editor, type Extensions } from '@tiptap/core';
import { useEffect, useState } from 'react';
import type { Body } from '@/lib/content/body/body';
import { useDraftActions, useDraftValue } from '../draft/DraftProvider.client';
import { bodyOf, documentOf } from './schema/body-document';
import { showBody } from './show-body';

/** Milliseconds, at most, before typed text is copied into the draft. */
const SOON = 150;

/**
 * The editor of the draft's body. It copies changes into the draft with a short delay, so that no keystroke
 * waits; before a save, pending changes are copied at once.
 * @param surface - the element that the editor is mounted into; null until it exists
 * @returns null until the editor is mounted
 */
export function useBodyEditor(
  surface: HTMLElement | null,
  makeExtensions: () => Extensions,
  attributes: Record<string, string>,
): Editor | null {
  const { change, beforeSaving, onReplaced, mayWrite, current } = useDraftActions();
  const [hand, setHand] = useState<{ editor: Editor; show: (body: Body) => void } | null>(null);
  const body = useDraftValue((draft) => draft.body);

  useEffect(() => {
    if (!surface) return undefined;
    let reported = current().body;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const editor = new Editor({
      element: surface,
      extensions: makeExtensions(),
      content: documentOf(reported),
      editable: mayWrite,
      injectCSS: false,
      enablePasteRules: false,
      editorProps: { attributes },
      onUpdate: () => {
        timer ??= setTimeout(report, SOON);
      },
      onBlur: reportNow,
    });
    function report() {
      timer = undefined;
      reported = bodyOf(editor.getJSON());
      change({ body: reported });
    }
    function reportNow() {
      if (timer === undefined) return;
      clearTimeout(timer);
      report();
    }
    const end = beforeSaving(reportNow);
    addEventListener('pagehide', reportNow);
    /** Shows a body that came from elsewhere: another revision replaced it, or a conflict was resolved. */
    const show = (next: Body) => {
      if (next === reported) return;
      reported = next;
      clearTimeout(timer);
      timer = undefined;
      showBody(editor, next);
    };
    // Called synchronously, before another key can be pressed: an effect would run after it.
    const endShowing = onReplaced((draft) => show(draft.body));
    setHand({ editor, show });
    return () => {
      reportNow();
      end();
      endShowing();
      removeEventListener('pagehide', reportNow);
      setHand(null);
      editor.destroy();
    };
    // The editor exists as long as its surface.
  }, [surface]);

  useEffect(() => hand?.show(body), [hand, body]);
  return hand?.editor ?? null;
}
