/** Written by `npm run generate` from the declarations in `lib/newsroom/commands`. */
export const COMMAND_FACTS = {
  article: {
    autosave: {
      permission: { reporter: 'own-drafts', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'published', 'withdrawn'],
      log: null,
    },
    'change-slug': {
      permission: { reporter: 'own-drafts', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'published', 'withdrawn'],
      log: 'change-slug',
    },
    correct: {
      permission: { reporter: 'none', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['published'],
      log: 'correct',
    },
    'mark-current': {
      permission: { reporter: 'own-drafts', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'published', 'withdrawn'],
      log: 'mark-current',
    },
    move: {
      permission: { reporter: 'own-drafts', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'published', 'withdrawn'],
      log: 'move',
    },
    'preview-link': {
      permission: { reporter: 'own-drafts', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'published', 'withdrawn'],
      log: 'preview',
    },
    publish: {
      permission: { reporter: 'none', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'withdrawn'],
      log: 'publish',
    },
    restore: {
      permission: { reporter: 'own-drafts', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'published', 'withdrawn'],
      log: 'save',
    },
    'revoke-preview-link': {
      permission: { reporter: 'own-drafts', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'published', 'withdrawn'],
      log: 'preview',
    },
    'save-markdown': {
      permission: { reporter: 'own-drafts', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'published', 'withdrawn'],
      log: 'save',
    },
    save: {
      permission: { reporter: 'own-drafts', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'published', 'withdrawn'],
      log: 'save',
    },
    schedule: {
      permission: { reporter: 'none', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled'],
      log: 'schedule',
    },
    submit: {
      permission: { reporter: 'own-drafts', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft'],
      log: 'submit',
    },
    translate: {
      permission: { reporter: 'scope', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'published', 'withdrawn'],
      log: 'translate',
    },
    unschedule: {
      permission: { reporter: 'none', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['scheduled'],
      log: 'unschedule',
    },
    update: {
      permission: { reporter: 'none', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['published'],
      log: 'update',
    },
    withdraw: {
      permission: { reporter: 'none', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['published'],
      log: 'withdraw',
    },
  },
  new: {
    articles: {
      permission: { reporter: 'scope', editor: 'scope', 'editor-in-chief': 'all' },
      log: 'create',
    },
  },
} as const;
