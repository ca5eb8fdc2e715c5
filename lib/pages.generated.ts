/** Written by `npm run generate` from the files of `lib/pages`. */
import { page as about } from './pages/about.ts';
import { page as article } from './pages/article.ts';
import { page as author } from './pages/author.ts';
import { page as category } from './pages/category.ts';
import { page as contact } from './pages/contact.ts';
import { page as corrections } from './pages/corrections.ts';
import { page as front } from './pages/front.ts';
import { page as newsroom } from './pages/newsroom.ts';
import { page as preview } from './pages/preview.ts';
import { page as privacy } from './pages/privacy.ts';
import { page as reuse } from './pages/reuse.ts';
import { page as search } from './pages/search.ts';
import { page as topic } from './pages/topic.ts';

export const PAGES = {
  about,
  article,
  author,
  category,
  contact,
  corrections,
  front,
  newsroom,
  preview,
  privacy,
  reuse,
  search,
  topic,
} as const;
