import { declarePage } from './all/declare-page.ts';

/** The search, whose question is in the query of its address. */
export const page = declarePage({ path: '/search', kind: 'search' });
