'use client';
import { useId, type KeyboardEvent } from 'react';
import styles from './Screen.module.css';

/** A text field that wraps and grows, in the type that readers see; Enter moves to the next field. */
export function GrowingText({
  label,
  language,
  value,
  longest,
  className,
  isRequired = false,
  isDisabled,
  onChange,
}: {
  label: string;
  /** The article's language, not the screen's. */
  language: string;
  value: string;
  longest: number;
  className: string | undefined;
  isRequired?: boolean;
  isDisabled: boolean;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className={`${styles.growing} ${className ?? ''}`} data-text={`${value} `}>
      <label htmlFor={id} className="hidden-visually">
        {label}
      </label>
      <textarea
        id={id}
        lang={language}
        rows={1}
        placeholder={label}
        required={isRequired}
        maxLength={longest}
        disabled={isDisabled}
        value={value}
        spellCheck
        onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={goOn}
      />
    </div>
  );
}

/** Enter, and the down arrow at the end, move to the next field of the text. */
function goOn(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const field = event.currentTarget;
  const fields = [
    ...(field
      .closest('[data-text-fields]')
      ?.querySelectorAll<HTMLElement>('textarea, [contenteditable="true"].ProseMirror') ?? []),
  ];
  fields[fields.indexOf(field) + 1]?.focus();
}
