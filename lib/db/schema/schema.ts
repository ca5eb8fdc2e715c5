/** Every table, for drizzle's typed queries and for drizzle-kit. */
export * from './articles.ts';
export * from './categories.ts';
export * from './fronts.ts';
export * from './desk-search.ts';
export * from './images.ts';
export * from './newsroom.ts';
export * from './outbox.ts';
export * from './people.ts';
export * from './redirects.ts';
export * from './search.ts';
export * from './views.ts';
