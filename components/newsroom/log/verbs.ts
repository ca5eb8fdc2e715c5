/** What the log has a word for in every language. A verb that has none yet is shown as it is written. */
export const LOGGED_VERBS = [
  'create',
  'translate',
  'save',
  'submit',
  'mark-current',
  'change-slug',
  'move',
  'publish',
  'schedule',
  'unschedule',
  'update',
  'correct',
  'withdraw',
  'preview',
  'curate',
  'break',
  'end-breaking',
  'create-author',
  'create-topic',
  'invite',
  'disable',
] as const;
export type LoggedVerb = (typeof LOGGED_VERBS)[number];

/** A verb that has a word; null for another. */
export const knownVerb = (verb: string): LoggedVerb | null =>
  LOGGED_VERBS.find((known) => known === verb) ?? null;
