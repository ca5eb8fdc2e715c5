/** Written by `npm run generate` from the declarations in `lib/newsroom/commands`. */
export const COMMAND_FACTS = {
  account: {
    'begin-second-factor': {
      permission: { reporter: 'own', editor: 'own', 'editor-in-chief': 'own' },
      log: 'begin-second-factor',
    },
    'change-password': {
      permission: { reporter: 'own', editor: 'own', 'editor-in-chief': 'own' },
      log: 'change-password',
    },
    'confirm-second-factor': {
      permission: { reporter: 'own', editor: 'own', 'editor-in-chief': 'own' },
      log: 'confirm-second-factor',
    },
    'end-second-factor': {
      permission: { reporter: 'own', editor: 'own', 'editor-in-chief': 'own' },
      log: 'end-second-factor',
    },
    'end-session': {
      permission: { reporter: 'own', editor: 'own', 'editor-in-chief': 'own' },
      log: 'end-session',
    },
    rename: {
      permission: { reporter: 'own', editor: 'own', 'editor-in-chief': 'own' },
      log: 'rename',
    },
    'renew-recovery-codes': {
      permission: { reporter: 'own', editor: 'own', 'editor-in-chief': 'own' },
      log: 'renew-recovery-codes',
    },
    'sign-out-everywhere': {
      permission: { reporter: 'own', editor: 'own', 'editor-in-chief': 'own' },
      log: 'sign-out-everywhere',
    },
  },
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
    presence: {
      permission: { reporter: 'own-or-published', editor: 'scope', 'editor-in-chief': 'all' },
      statuses: ['draft', 'in_review', 'scheduled', 'published', 'withdrawn'],
      log: null,
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
  front: {
    breaking: {
      permission: { reporter: 'none', editor: 'none', 'editor-in-chief': 'all' },
      log: 'break',
    },
    'end-breaking': {
      permission: { reporter: 'none', editor: 'none', 'editor-in-chief': 'all' },
      log: 'end-breaking',
    },
    pins: {
      permission: { reporter: 'none', editor: 'none', 'editor-in-chief': 'all' },
      log: 'curate',
    },
  },
  new: {
    articles: {
      permission: { reporter: 'scope', editor: 'scope', 'editor-in-chief': 'all' },
      log: 'create',
    },
    media: {
      permission: { reporter: 'all', editor: 'all', 'editor-in-chief': 'all' },
      log: 'upload',
    },
    names: {
      permission: { reporter: 'none', editor: 'all', 'editor-in-chief': 'all' },
      log: ['create-author', 'create-topic'],
    },
    people: {
      permission: { reporter: 'none', editor: 'none', 'editor-in-chief': 'all' },
      log: 'invite',
    },
  },
  person: {
    change: {
      permission: { reporter: 'none', editor: 'none', 'editor-in-chief': 'all' },
      log: 'change',
    },
    disable: {
      permission: { reporter: 'none', editor: 'none', 'editor-in-chief': 'all' },
      log: 'disable',
    },
    enable: {
      permission: { reporter: 'none', editor: 'none', 'editor-in-chief': 'all' },
      log: 'enable',
    },
    link: {
      permission: { reporter: 'none', editor: 'none', 'editor-in-chief': 'all' },
      log: 'link',
    },
    'remove-second-factor': {
      permission: { reporter: 'none', editor: 'none', 'editor-in-chief': 'all' },
      log: 'remove-second-factor',
    },
  },
  picture: {
    describe: {
      permission: { reporter: 'own', editor: 'all', 'editor-in-chief': 'all' },
      log: 'picture-describe',
    },
    focus: {
      permission: { reporter: 'own-unapproved', editor: 'scope', 'editor-in-chief': 'all' },
      log: 'picture-focus',
    },
    remove: {
      permission: { reporter: 'own-unapproved', editor: 'scope', 'editor-in-chief': 'all' },
      log: 'picture-remove',
    },
    replace: {
      permission: { reporter: 'own-unapproved', editor: 'scope', 'editor-in-chief': 'all' },
      log: 'picture-replace',
    },
  },
} as const;
