import { Mark } from '@tiptap/core';
import { isHref } from '@/lib/content/body/href';

const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({
    href: {
      isRequired: true,
      // The tree is validated on input; the check is repeated here for a tree that skipped it.
      renderHTML: ({ href }) => (isHref(String(href)) ? { href: String(href) } : {}),
    },
  }),
  renderHTML: ({ HTMLAttributes }) => ['a', { ...HTMLAttributes, rel: 'noopener' }, 0],
});

const simple = (name: string, tag: string, options: { code?: boolean } = {}) =>
  Mark.create({ name, ...options, renderHTML: () => [tag, 0] });

const Bold = simple('bold', 'strong');
const Italic = simple('italic', 'em');
const Strike = simple('strike', 's');
const Superscript = simple('superscript', 'sup');
const Subscript = simple('subscript', 'sub');
const Code = simple('code', 'code', { code: true });

export const MARKS = [Link, Bold, Italic, Strike, Superscript, Subscript, Code];
export const MARK_NAMES = MARKS.map(({ name }) => name);
