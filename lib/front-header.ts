/**
 * The header with which the door marks the requests that it passes to the framework: `next.config.ts` sets no
 * headers on their responses, since the door has set them.
 */
export const FRONT_HEADER = 'x-caliber-front';
