/**
 * Faults that this process met by itself and that a person has to handle: shown on the desk, counted for
 * the metrics, written to the log. Kept on `globalThis`, because the framework bundles its own copy of
 * every module.
 */

/** Where an article was left out because it could not be prepared for that place. */
export type Place = 'feed' | 'list' | 'sitemap';
export interface LeftOut {
  articleId: number;
  place: Place;
  reason: string;
}

/** Most articles that are remembered: if more of them fail, the fault is ours and not in the articles. */
const MOST = 500;

interface Alarms {
  leftOut: Map<string, LeftOut>;
  counts: { leftOut: Record<Place, number>; setBacks: number };
  setBackAt: Date | null;
  /** Called once per fault. */
  report: (message: string, facts: object) => void;
}
const KEY = Symbol.for('caliber.alarms');
const shared = globalThis as { [KEY]?: Alarms };
const alarms = (shared[KEY] ??= {
  leftOut: new Map(),
  counts: { leftOut: { feed: 0, list: 0, sitemap: 0 }, setBacks: 0 },
  setBackAt: null,
  report: () => {},
});

/**
 * Sets the function that reports each fault, once: to the process's log.
 * @param report - called with a message and its facts
 */
export function onAlarm(report: Alarms['report']): void {
  alarms.report = report;
}

/** Faults since the process started, by kind. */
export const alarmCounts = (): Readonly<Alarms['counts']> => alarms.counts;

/** The articles that are currently missing in some place. */
export const leftOutArticles = (): LeftOut[] => [...alarms.leftOut.values()];

/** When the database was last found to be older than what this process had read from it; null if never. */
export const setBackAt = (): Date | null => alarms.setBackAt;

/** Records that the database went back to an earlier state. */
export function noteSetBack(facts: { cursor: number; latest: number }): void {
  alarms.setBackAt = new Date();
  alarms.counts.setBacks++;
  alarms.report(
    'the database is older than what was read of it: every cached page is invalidated',
    facts,
  );
}

/**
 * Prepares one article for a place that holds many.
 * @returns the result as the only element of a list; on failure an empty list, and the failure is recorded:
 *   the other articles are still shown
 */
export function orLeftOut<Made>(place: Place, articleId: number, make: () => Made): Made[] {
  try {
    return settled(place, articleId, make());
  } catch (cause) {
    return leaveOut(place, articleId, cause);
  }
}

/** The asynchronous form of {@link orLeftOut}. */
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
  alarms.report(`an article was left out of a ${place}`, { articleId, place, cause });
  return [];
}
