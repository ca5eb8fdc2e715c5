/** The header by which the door tells route handlers where a request came from; a sender's own is overwritten. */
export const CLIENT_ADDRESS = 'x-caliber-client-address';
