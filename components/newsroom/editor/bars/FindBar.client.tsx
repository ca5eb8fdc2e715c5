'use client';
import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { foundIn, goToMatch, replaceAll, replaceMatch, want } from '../behaviour/find';
import { useEditorValue } from '../use-editor-value';
import { BarFrame } from './BarFrame.client';
import styles from './Bars.module.css';

/** The find-and-replace bar. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useTranslations('NewsroomEditor');
  const [text, setText] = useState(() => {
    const { from, to } = editor.state.selection;
    return editor.state.doc.textBetween(from, to, ' ').slice(0, 200);
  });
  const [replacement, setReplacement] = useState('');
  const [isCaseKept, setCaseKept] = useState(false);
  const [isWholeWord, setWholeWord] = useState(false);
  const [replaced, setReplaced] = useState<number | null>(null);
  const words = useRef<HTMLInputElement>(null);
  const count = useEditorValue(editor, (now) => foundIn(now).matches.length, 0);
  const at = useEditorValue(editor, (now) => foundIn(now).at, -1);

  useEffect(() => {
    want(editor, text === '' ? null : { text, isCaseKept, isWholeWord });
  }, [editor, text, isCaseKept, isWholeWord]);
  useEffect(() => () => void (editor.isDestroyed || want(editor, null)), [editor]);

  const isFixed = !editor.isEditable;
  return (
    <BarFrame title={t('find')} onClose={onClose}>
      <div className={styles.row}>
        <label>
          {t('findWords')}
          <input
            ref={words}
            autoFocus
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setReplaced(null);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') goToMatch(editor, event.shiftKey ? -1 : 1);
            }}
          />
        </label>
        <label>
          {t('replaceWith')}
          <input
            value={replacement}
            disabled={isFixed}
            onChange={({ target }) => setReplacement(target.value)}
          />
        </label>
        <Check label={t('findCase')} isOn={isCaseKept} onChange={setCaseKept} />
        <Check label={t('findWhole')} isOn={isWholeWord} onChange={setWholeWord} />
      </div>
      <div className={styles.row}>
        <span role="status" className={styles.count}>
          {replaced !== null
            ? t('replaced', { count: replaced })
            : text !== '' && (count === 0 ? t('findNone') : t('findCount', { at: at + 1, count }))}
        </span>
        <MatchButtons
          editor={editor}
          replacement={replacement}
          isNone={count === 0}
          onReplacedAll={(matches) => {
            setReplaced(matches);
            // There are no matches any more, and a disabled button loses the focus.
            words.current?.focus();
          }}
        />
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </BarFrame>
  );
}

/** The buttons that go to the next match and replace one match or all of them. */
function MatchButtons({
  editor,
  replacement,
  isNone,
  onReplacedAll,
}: {
  editor: Editor;
  replacement: string;
  /** There is no match. */
  isNone: boolean;
  onReplacedAll: (matches: number) => void;
}) {
  const t = useTranslations('NewsroomEditor');
  const isFixed = !editor.isEditable;
  return (
    <>
      <button type="button" disabled={isNone} onClick={() => goToMatch(editor, -1)}>
        {t('findPrevious')}
      </button>
      <button type="button" disabled={isNone} onClick={() => goToMatch(editor, 1)}>
        {t('findNext')}
      </button>
      <button
        type="button"
        disabled={isNone || isFixed}
        onClick={() => replaceMatch(editor, replacement)}
      >
        {t('replace')}
      </button>
      <button
        type="button"
        disabled={isNone || isFixed}
        onClick={() => onReplacedAll(replaceAll(editor, replacement))}
      >
        {t('replaceAll')}
      </button>
    </>
  );
}

function Check({
  label,
  isOn,
  onChange,
}: {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
