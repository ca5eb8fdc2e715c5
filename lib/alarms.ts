/**
 * What went wrong by itself in this process and waits for somebody: shown on the desk, counted for metrics, told
 * to the log. Kept on `globalThis`, since the framework bundles its own copy of every module.
 */

/** Where an article was left out since it could not be made ready there. */
export type Place = 'feed' | 'list' | 'sitemap';
export interface LeftOut {
  articleId: number;
  place: Place;
  reason: string;
}

/** Articles that are remembered; whatever makes more of them fail is one fault of ours, not of theirs. */
const MOST = 500;

interface Alarms {
  leftOut: Map<string, LeftOut>;
  counts: { leftOut: Record<Place, number>; setBacks: number };
  setBackAt: Date | null;
  /** Told of each fault once. */
  tell: (message: string, facts: object) => void;
}
const KEY = Symbol.for('caliber.alarms');
const shared = globalThis as { [KEY]?: Alarms };
const alarms = (shared[KEY] ??= {
  leftOut: new Map(),
  counts: { leftOut: { feed: 0, list: 0, sitemap: 0 }, setBacks: 0 },
  setBackAt: null,
  tell: () => {},
});

/** Has faults told, each once: to the process's log. */
export function tellAlarms(tell: Alarms['tell']): void {
  alarms.tell = tell;
}

/** Faults since the process's start, by kind. */
export const alarmCounts = (): Readonly<Alarms['counts']> => alarms.counts;

/** The articles that are missing somewhere just now. */
export const leftOutArticles = (): LeftOut[] => [...alarms.leftOut.values()];

/** When the database was last found to be older than what this process had read of it; null for never. */
export const setBackAt = (): Date | null => alarms.setBackAt;

/** Notes that the database went back to an earlier state. */
export function noteSetBack(facts: { cursor: number; latest: number }): void {
  alarms.setBackAt = new Date();
  alarms.counts.setBacks++;
  alarms.tell(
    'the database is older than what was read of it: everything kept is made anew',
    facts,
  );
}

/**
 * Makes something of one article for a place where many stand.
 * @returns it alone in a list; an empty one, and a note, when it failed: the others stand
 */
export function orLeftOut<Made>(place: Place, articleId: number, make: () => Made): Made[] {
  try {
    return settled(place, articleId, make());
  } catch (cause) {
    return leaveOut(place, articleId, cause);
  }
}

/** As {@link orLeftOut}, of what takes its time. */
export async function orLeftOutLater<Made>(
  place: Place,
  articleId: number,
  make: () => Promise<Made>,
): Promise<Made[]> {
  try {
    return settled(place, articleId, await make());
  } catch (cause) {
    return leaveOut(place, articleId, cause);
  }
}

const keyOf = (place: Place, articleId: number) => `${place}:${articleId}`;

function settled<Made>(place: Place, articleId: number, made: Made): Made[] {
  if (alarms.leftOut.size > 0) alarms.leftOut.delete(keyOf(place, articleId));
  return [made];
}

function leaveOut(place: Place, articleId: number, cause: unknown): [] {
  const key = keyOf(place, articleId);
  const isNew = !alarms.leftOut.has(key);
  alarms.counts.leftOut[place]++;
  if (!isNew || alarms.leftOut.size >= MOST) return [];
  alarms.leftOut.set(key, { articleId, place, reason: String(cause).slice(0, 200) });
  alarms.tell(`an article was left out of a ${place}`, { articleId, place, cause });
  return [];
}
