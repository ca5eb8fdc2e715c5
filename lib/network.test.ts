import { expect, test } from 'vitest';
import { networkOf } from './network.ts';

test('all addresses of one IPv6 subscriber are one network, however they are written', () => {
  const network = '2001:db8:0:7::/64';
  for (const address of [
    '2001:db8:0:7::1',
    '2001:0DB8:0000:0007:ffff:eeee:dddd:cccc',
    '2001:db8:0:7:1:2:192.0.2.7',
    '2001:db8::7:0:0:0:9',
    '2001:db8:0:7::1%eth0',
  ])
    expect([address, networkOf(address)]).toEqual([address, network]);
  expect(networkOf('2001:db8:0:8::1')).toBe('2001:db8:0:8::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
});

test('an IPv4 address is its own network in every notation, and other text is returned unchanged', () => {
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  for (const address of ['192.0.2.7', '192.0.2.8', '']) expect(networkOf(address)).toBe(address);
});
