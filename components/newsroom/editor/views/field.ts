import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { make } from './dom';
import styles from './Views.module.css';

export interface FieldHost {
  editor: Editor;
  getPos: () => number | undefined;
}

/** An input for one attribute of a node; it grows with its text. */
export class NodeField {
  readonly element: HTMLElement;
  readonly #area: HTMLTextAreaElement;
  readonly #attribute: string;
  readonly #none: '' | null;

  constructor(
    { editor, getPos }: FieldHost,
    {
      attribute,
      label,
      longest,
      none,
      language,
    }: {
      attribute: string;
      label: string;
      longest: number;
      /** The attribute's value in the tree for an empty field. */
      none: '' | null;
      language: string;
    },
  ) {
    this.#attribute = attribute;
    this.#none = none;
    this.#area = make('textarea', {
      rows: '1',
      maxlength: String(longest),
      placeholder: label,
      'aria-label': label,
      lang: language,
      spellcheck: 'true',
    });
    this.element = make('span', { class: styles['field'], 'data-text': ' ' }, this.#area);
    this.#area.disabled = !editor.isEditable;
    this.#area.addEventListener('input', () => {
      const value = this.#area.value.replace(/\s*\n\s*/g, ' ');
      const at = getPos();
      if (at === undefined) return;
      editor.view.dispatch(editor.state.tr.setNodeAttribute(at, attribute, value || none));
    });
    this.#area.addEventListener('keydown', (event) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      leave({ editor, getPos }, this.#area, event.key === 'Escape');
    });
  }

  /** Updates the field from the node's attribute. */
  show(node: Node): void {
    const value = String(node.attrs[this.#attribute] ?? this.#none ?? '');
    if (this.#area.value !== value) this.#area.value = value;
    this.element.dataset['text'] = `${value} `;
  }
}

/**
 * Enter moves to the node's next field, or after the last one to the following text; Escape moves there
 * directly.
 */
function leave({ editor, getPos }: FieldHost, field: HTMLTextAreaElement, isDone: boolean): void {
  const at = getPos();
  const node = at === undefined ? null : editor.state.doc.nodeAt(at);
  if (at === undefined || !node) return;
  const figure = editor.view.nodeDOM(at);
  const fields =
    figure instanceof HTMLElement ? [...figure.querySelectorAll<HTMLElement>('textarea')] : [];
  const next = fields[fields.indexOf(field) + 1];
  if (next && !isDone) return next.focus();
  const { tr } = editor.state;
  const $at = tr.doc.resolve(at);
  const end = $at.depth > 0 ? $at.after(1) : at + node.nodeSize;
  const follows = tr.doc.resolve(end).nodeAfter;
  if (!follows?.isTextblock) {
    const paragraph = editor.schema.nodes['paragraph']?.create();
    if (paragraph) tr.insert(end, paragraph);
  }
  tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1))).scrollIntoView();
  editor.view.dispatch(tr);
  editor.view.focus();
}
