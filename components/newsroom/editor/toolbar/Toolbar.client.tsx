'use client';
import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { ToolIcon } from '../../ui/ToolIcon';
import { useEditorValue } from '../use-editor-value';
import { BARS, type Bar } from '../bars/bars';
import styles from './Toolbar.module.css';
import { isToolOn, TOOLS } from './tools';

/** The toolbar: tools for the text at the cursor, and buttons that open the bars under it. */
export function Toolbar({
  editor,
  bar,
  onBar,
}: {
  editor: Editor | null;
  /** The open bar. */
  bar: Bar | null;
  onBar: (bar: Bar) => void;
}) {
  const t = useTranslations('NewsroomEditor');
  const on = useEditorValue(
    editor,
    (now) =>
      TOOLS.filter((tool) => isToolOn(now, tool))
        .map(({ name }) => name)
        .join(' '),
    '',
  ).split(' ');
  return (
    <div role="toolbar" aria-label={t('tools')} className={styles.toolbar}>
      {TOOLS.map(({ name, run }) => (
        <button
          key={name}
          type="button"
          aria-label={t(`tool_${name}`)}
          title={t(`tool_${name}`)}
          aria-pressed={on.includes(name)}
          disabled={!editor?.isEditable}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (!editor) return;
            run(editor);
            editor.view.focus();
          }}
        >
          <ToolIcon name={name} />
        </button>
      ))}
      {BARS.map((name) => (
        <button
          key={name}
          type="button"
          aria-label={t(name)}
          title={t(name)}
          aria-expanded={bar === name}
          disabled={!editor || (!editor.isEditable && name !== 'find' && name !== 'help')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onBar(name)}
        >
          <ToolIcon name={name} />
        </button>
      ))}
    </div>
  );
}
