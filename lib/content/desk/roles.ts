/** What somebody is in the newsroom; what each may do stands in `lib/accounts/permissions.ts`. */
export const ROLES = ['reporter', 'editor', 'editor-in-chief'] as const;
export type Role = (typeof ROLES)[number];
