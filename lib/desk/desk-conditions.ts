/** The filters of the desk as SQL conditions on an article. */
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { User } from '../accounts/user.ts';
import type { DeskQuery } from '../content/desk/desk.ts';
import { searchText, searchWords, textConfigurationOf } from '../content/search-text.ts';
import { articleAuthors, articleTopics } from '../db/schema/articles.ts';
import { deskSearch } from '../db/schema/desk-search.ts';
import { authors, topics } from '../db/schema/people.ts';
import { articleSearch } from '../db/schema/search.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { isSeenDraft, readableBy, type ArticleTable } from './reach.ts';

const MOST_WORDS = 8;

/** Whether an article matches the query and the user may read it. */
export function isAskedFor(user: User, query: DeskQuery, table: ArticleTable): SQL | undefined {
  return and(
    readableBy(user, table),
    query.status ? eq(table.status, query.status) : undefined,
    query.locale ? eq(table.locale, query.locale) : undefined,
    query.isMine ? eq(table.createdBy, user.id) : undefined,
    query.category
      ? sql`${table.categoryId} = (select id from categories where slug = ${query.category})`
      : undefined,
    query.author
      ? sql`${table.id} in (select ${articleAuthors.articleId} from ${articleAuthors}
          join ${authors} on ${authors.id} = ${articleAuthors.authorId} where ${authors.slug} = ${query.author})`
      : undefined,
    query.topic
      ? sql`${table.id} in (select ${articleTopics.articleId} from ${articleTopics}
          join ${topics} on ${topics.id} = ${articleTopics.topicId} where ${topics.slug} = ${query.topic})`
      : undefined,
    holdsWords(user, query, table),
  );
}

/** Whether an article's published or unpublished text contains the words, by the rules of each language. */
function holdsWords(user: User, { text, locale }: DeskQuery, table: ArticleTable): SQL | undefined {
  const questions = (locale ? [locale] : LOCALES).flatMap((each) => {
    const words = searchWords(searchText(text, each), each).slice(0, MOST_WORDS);
    return words.length > 0 ? [question(words, each)] : [];
  });
  if (questions.length === 0) return text === '' ? undefined : sql`false`;
  const any = sql`(${sql.join(questions, sql` || `)})`;
  return sql`${table.id} in (
    select ${articleSearch.articleId} from ${articleSearch} where ${articleSearch.document} @@ ${any}
    union all select ${deskSearch.articleId} from ${deskSearch} where ${deskSearch.document} @@ ${any}
      and ${isSeenDraft(user, deskSearch.articleId)})`;
}

/** All of the words; the last may be a prefix of a word, unless the language's stem is shorter than it. */
function question(words: readonly string[], locale: Locale): SQL {
  const configuration = sql.raw(`'${textConfigurationOf(locale)}'::regconfig`);
  const whole = words.map((word) => sql`plainto_tsquery(${configuration}, ${word})`);
  const last = words.at(-1) ?? '';
  const begun = sql`(${whole.pop()} || to_tsquery('simple', ${`${last}:*`}))`;
  return sql`(${sql.join([...whole, begun], sql` && `)})`;
}
