import type { EditorScreen } from '../editor-block';
import { Footnote } from '../schema/text-nodes';
import { make } from './dom';

/** A footnote at its place in the text: its text between brackets, which are not part of it. */
export const footnoteView = ({ t }: EditorScreen) =>
  Footnote.extend({
    addNodeView: () => () => {
      const bracket = (sign: string) => {
        const element = make('span', { 'aria-hidden': 'true' }, sign);
        element.contentEditable = 'false';
        return element;
      };
      const contentDOM = make('span');
      const dom = make(
        'span',
        { 'data-footnote': '', role: 'group', 'aria-label': t('tool_footnote') },
        bracket('['),
        contentDOM,
        bracket(']'),
      );
      return { dom, contentDOM };
    },
  });
