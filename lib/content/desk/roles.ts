/** A user's role in the newsroom; `lib/accounts/permissions.ts` defines what each role may do. */
export const ROLES = ['reporter', 'editor', 'editor-in-chief'] as const;
export type Role = (typeof ROLES)[number];
