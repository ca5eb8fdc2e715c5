import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for a cookie or an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The hash of a token, which is stored: read access to the database does not allow to sign in with it. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');
