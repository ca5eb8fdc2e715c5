/** The most characters that an address of a link has. */
const LONGEST = 2048;

/** Whether a link may point to an address: http(s), mailto, a path of ours, or a fragment; nothing that runs. */
export const isHref = (address: string): boolean =>
  address.length <= LONGEST && /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(address);
