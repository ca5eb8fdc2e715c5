import { isIPv6 } from 'node:net';

/**
 * The network that one subscriber's addresses lie in: an IPv4 address itself, of IPv6 the first 64 bits, within
 * which whoever has one address has all of them.
 */
export function networkOf(address: string): string {
  const plain = address.split('%')[0] ?? '';
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain) ?? [];
  if (mapped) return mapped;
  if (!isIPv6(plain)) return address;
  // An address with an IPv4 one at its end, in figures; the last groups are not looked at.
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
