import { declarePage } from './all/declare-page.ts';

/** A version of an article that is not published, for whoever has the link. */
export const page = declarePage({ path: '/preview/[token]', kind: 'work' });
