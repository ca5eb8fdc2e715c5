/** The portal's role and its database; the role is not a superuser. */
export const ROLE = 'caliber';
export const DATABASE = 'caliber';

/** Creates clusters, and moves rows from an older one; the portal never connects as this role. */
export const SUPERUSER = 'postgres';
