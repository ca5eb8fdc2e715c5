/** Makes the articles of a trial of schedules. */
import type { User } from '../../lib/accounts/user.ts';
import type { Clock } from '../../lib/clock.ts';
import { emptyDraft } from '../../lib/content/draft/draft.ts';
import type { Database } from '../../lib/db/client.ts';
import { command as save } from '../../lib/newsroom/commands/article/save.ts';
import { command as schedule } from '../../lib/newsroom/commands/article/schedule.ts';
import { command as newArticle } from '../../lib/newsroom/commands/new/articles.ts';

/** Milliseconds from the last schedule that was made to the first that is due, on a machine that has time. */
const LEAD = 4000;
/** Milliseconds from a publication to the end of its embargo. */
const EMBARGO = 700;

/** Scheduled articles; times in milliseconds. */
export interface Schedules {
  ids: readonly number[];
  /** The earliest time that may be due. */
  begin: number;
  /** When each is due. */
  due: ReadonlyMap<number, number>;
  /** When the embargo ends of those that have one after their publication. */
  embargoed: ReadonlyMap<number, number>;
}

/**
 * Creates and schedules articles; every other one has an embargo that ends after its publication.
 * @param trial.span - milliseconds over which the schedules lie
 */
export async function makeSchedules(
  { user, articles, span }: { user: User; articles: number; span: number },
  from: { database: Database; clock: Clock },
): Promise<Schedules> {
  const ids: number[] = [];
  const startedAt = Date.now();
  for (let number = 0; number < articles; number++) {
    const headline = `Kept to the second ${number}`;
    const input = { locale: 'en', category: 'sport', headline } as const;
    const made = await newArticle.run(user, null, input, from);
    if (!made.ok) throw new Error(made.refusal.message);
    ids.push(made.value.id);
  }
  // To save and schedule an article takes at most twice as long as to create it: all are scheduled before the first is due.
  const begin = Date.now() + LEAD + 4 * (Date.now() - startedAt);
  const due = new Map<number, number>();
  const embargoed = new Map<number, number>();
  for (const id of ids) {
    const at = new Date(begin + Math.floor(Math.random() * span));
    due.set(id, at.getTime());
    let version = 1;
    if (id % 2 === 0) {
      const embargoUntil = new Date(at.getTime() + EMBARGO);
      embargoed.set(id, embargoUntil.getTime());
      const draft = {
        ...emptyDraft('Kept to the second'),
        embargoUntil: embargoUntil.toISOString(),
      };
      const saved = await save.run(user, id, { version, draft, reason: 'kept' }, from);
      if (!saved.ok) throw new Error(saved.refusal.message);
      ({ version } = saved.value);
    }
    const answer = await schedule.run(user, id, { version, at }, from);
    if (!answer.ok) throw new Error(answer.refusal.message);
  }
  return { ids, begin, due, embargoed };
}
