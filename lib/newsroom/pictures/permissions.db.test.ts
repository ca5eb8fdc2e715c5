import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import type { User } from '../../accounts/user.ts';
import { ARTICLE_STATUSES, type ArticleStatus } from '../../content/article.ts';
import type { Draft } from '../../content/draft/draft.ts';
import { ROLES } from '../../content/desk/roles.ts';
import { articles } from '../../db/schema/articles.ts';
import { images } from '../../db/schema/images.ts';
import { ARTICLE_COMMANDS } from '../commands/article.generated.ts';
import { PICTURE_COMMANDS } from '../commands/picture.generated.ts';
import { database, clock, from, colour, upload, withLead, articleWith } from './testing.ts';

/** An article that has come to a status by the commands that lead there. */
async function articleIn(status: ArticleStatus, user: User, draft: Draft): Promise<void> {
  const id = await articleWith(user, draft, status === 'published' || status === 'withdrawn');
  if (status === 'in_review') await ARTICLE_COMMANDS.submit.receive(user, id, {}, from);
  const at = new Date(clock.now().getTime() + 86_400_000).toISOString();
  if (status === 'scheduled')
    await ARTICLE_COMMANDS.schedule.receive(user, id, { version: 2, at }, from);
  if (status === 'withdrawn')
    await ARTICLE_COMMANDS.withdraw.receive(user, id, { reason: 'x' }, from);
  const [row] = await database.select().from(articles).where(eq(articles.id, id));
  expect(row?.status).toBe(status);
}

test.each(ROLES)(
  'a %s may do with pictures what the table says, and nothing else',
  async (role) => {
    const owner = await somebody(from);
    const users = [await somebody(from, { role }), await somebody(from, { role, locales: ['ru'] })];
    const other = (await upload(owner, await colour('#888888'))).picture.imageId;
    let number = 0;
    const cases = users.flatMap((user) =>
      [true, false].flatMap((isOwn) =>
        (['nothing', ...ARTICLE_STATUSES] as const).flatMap((use) =>
          (['describe', 'focus', 'replace', 'remove'] as const).map((name) => ({
            user,
            isOwn,
            use,
            name,
          })),
        ),
      ),
    );
    for (const { user, isOwn, use, name } of cases) {
      const imageId = (number++).toString(16).padStart(32, 'd');
      await database.insert(images).values({
        id: imageId,
        width: 240,
        height: 220,
        colour: '#000000',
        widths: [480],
        sourceName: 'x.png',
        originalFormat: 'png',
        uploadedBy: isOwn ? user.id : owner.id,
      });
      if (use !== 'nothing') await articleIn(use, owner, withLead(`M ${number}`, imageId));
      const inputs = {
        describe: { texts: {} },
        focus: { x: 0.2, y: 0.2 },
        replace: { by: other },
        remove: {},
      };
      const answer = await PICTURE_COMMANDS[name].receive(user, imageId, inputs[name], from);
      const isDescribing = name === 'describe';
      const isAllowed = {
        reporter: isOwn && (isDescribing || ['nothing', 'draft', 'in_review'].includes(use)),
        editor: isDescribing || isOwn || use === 'nothing' || user.locales === null,
        'editor-in-chief': true,
      }[role];
      const place = [role, user.locales, isOwn, use, name];
      const code = answer.ok ? 'ok' : answer.refusal.code;
      // A picture that is shown is not removed by anybody, and this one has no original to be cut again.
      const expected = isAllowed ? ['ok', 'in_use', 'not_taken'] : ['forbidden'];
      expect([...place, expected.includes(code)]).toEqual([...place, true]);
    }
  },
);
