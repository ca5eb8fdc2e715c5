import { declarePage } from './all/declare-page.ts';

/** An unpublished version of an article, for readers with the link. */
export const page = declarePage({ path: '/preview/[token]', kind: 'work' });
