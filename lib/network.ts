import { isIPv6 } from 'node:net';

/**
 * The network of one subscriber: an IPv4 address itself; of an IPv6 address the first 64 bits, because a
 * subscriber who has one address within them has all of them.
 * @param address - an IP address; any other text is returned unchanged
 */
export function networkOf(address: string): string {
  const plain = address.split('%')[0] ?? '';
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain) ?? [];
  if (mapped) return mapped;
  if (!isIPv6(plain)) return address;
  // An IPv4 address at the end is replaced by two groups of digits; the last groups are not used.
  const [head = '', tail] = plain.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::');
  const groupsOf = (part: string) => part.split(':').filter(Boolean);
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const between = Array<string>(tail === undefined ? 0 : 8 - before.length - after.length).fill(
    '0',
  );
  const groups = [...before, ...between, ...after];
  const first = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${first.join(':')}::/64`;
}
