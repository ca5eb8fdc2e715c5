import { Fragment, type ReactNode } from 'react';
import { assertUnreachable } from '@/lib/errors';
import type { Inline, Mark } from '@/lib/content/body';

/** Text with its marks. */
export function Inlines({ content }: { content: readonly Inline[] | undefined }) {
  return (content ?? []).map((inline, index) => (
    <Fragment key={index}>
      {inline.type === 'hardBreak' ? <br /> : marked(inline.text, inline.marks ?? [])}
    </Fragment>
  ));
}

/** The first mark stands outside. */
function marked(text: string, [mark, ...rest]: readonly Mark[]): ReactNode {
  if (!mark) return text;
  const inner = marked(text, rest);
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>;
    case 'italic':
      return <em>{inner}</em>;
    case 'strike':
      return <s>{inner}</s>;
    case 'code':
      return <code>{inner}</code>;
    case 'link': {
      const { href } = mark.attrs;
      return (
        <a href={href} rel={/^https?:/i.test(href) ? 'noopener' : undefined}>
          {inner}
        </a>
      );
    }
    default:
      return assertUnreachable(mark);
  }
}
