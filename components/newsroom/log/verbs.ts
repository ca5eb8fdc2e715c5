import type messages from '@/messages/en.json';

/** The keys of the words for actions; an action without a word is shown as it is stored. */
export type VerbKey = Extract<keyof (typeof messages)['NewsroomLog'], `verb_${string}`>;

/** The key of an action's word, which the messages may not have: ask `t.has` first. */
export const keyOfVerb = (verb: string): VerbKey => `verb_${verb}` as VerbKey;
