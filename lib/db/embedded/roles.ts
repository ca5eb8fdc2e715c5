/** The portal's role and its database; the role is no superuser. */
export const ROLE = 'caliber';
export const DATABASE = 'caliber';

/** Who makes clusters, and moves rows from an older one; the portal never connects as them. */
export const SUPERUSER = 'postgres';
