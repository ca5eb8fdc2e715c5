/** The verbs that have a translation in every language. Any other verb is shown as it is stored. */
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
  'change',
  'enable',
  'link',
  'remove-second-factor',
  'rename',
  'change-password',
  'begin-second-factor',
  'confirm-second-factor',
  'renew-recovery-codes',
  'end-second-factor',
  'end-session',
  'sign-out-everywhere',
  'forgot-password',
  'set-password',
  'upload',
  'picture-describe',
  'picture-focus',
  'picture-replace',
  'picture-remove',
] as const;
export type LoggedVerb = (typeof LOGGED_VERBS)[number];

/** The verb if it has a translation, otherwise null. */
export const knownVerb = (verb: string): LoggedVerb | null =>
  LOGGED_VERBS.find((known) => known === verb) ?? null;

const ABOUT_PEOPLE: readonly string[] = [
  'invite',
  'link',
  'disable',
  'remove-second-factor',
] satisfies LoggedVerb[];

/** Whether a verb is about user accounts: such an entry without an actor was made at the terminal. */
export const isAboutPeople = (verb: string): boolean => ABOUT_PEOPLE.includes(verb);
