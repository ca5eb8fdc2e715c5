import { parseMarkdown, readMarkdown } from '../content/markdown/parse.ts';
import {
  readFrontMatter,
  writeFrontMatter,
  type WrittenFrontMatter,
} from '../content/front-matter/front-matter.ts';
import type { ImportedArticle } from './import/imported-article.ts';

let number = 0;

/** An article for a test, as an import makes it; omitted fields get new values each time. */
export function someArticle(
  fields: Partial<WrittenFrontMatter> & { text?: string } = {},
): ImportedArticle {
  const { text = 'The ferry was late.', ...given } = fields;
  const story = given.story ?? `story-${++number}`;
  const head = readFrontMatter(
    writeFrontMatter(
      {
        story,
        locale: 'en',
        category: 'analytics',
        headline: `Headline of ${story}`,
        publishedAt: '2026-11-20T10:00:00Z',
        ...given,
      },
      '',
    ),
    ['analytics', 'sport'],
  );
  if (!head.ok) throw new Error(head.refusal[0]?.reason);
  return {
    frontMatter: head.value.frontMatter,
    body: parseMarkdown(readMarkdown(text), () => null).body,
    imageId: null,
    sourceName: `${story}.${head.value.frontMatter.locale}.md`,
    sourceHash: `${story} ${text}`,
  };
}
