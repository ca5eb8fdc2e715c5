import type { WorkingArticle } from '@/lib/content/desk/desk';
import { emptyDraft } from '@/lib/content/draft/draft';

/** A draft article of a reporter who may save it, unless the test says otherwise. */
export const workingArticle = (given: Partial<WorkingArticle> = {}): WorkingArticle => ({
  id: 7,
  storyKey: 'story',
  locale: 'en',
  slug: 'harbour',
  category: 'politics',
  status: 'draft',
  version: 3,
  publishedVersion: null,
  publishedAt: null,
  withdrawnReason: null,
  draft: emptyDraft('The harbour opens'),
  sequence: 5,
  writer: '',
  self: { id: 1, name: 'Ada', email: 'ada@example.org' },
  unkept: null,
  translations: [],
  formerSlugs: [],
  verbs: ['save'],
  ...given,
});
