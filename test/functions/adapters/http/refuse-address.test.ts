import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseAddress, refuseTarget } from '../../../../functions/adapters/http/refuse-address.ts';

const never = [
  '169.254.169.254',
  '169.254.170.2',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
  '100.100.100.200',
  '168.63.129.16',
  '::ffff:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '0.0.0.0',
  '0.1.2.3',
  '255.255.255.255',
  '224.0.0.1',
  '240.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '192.88.99.1',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  'fec0::1',
  '::7f00:1',
  '64:ff9b:1::a00:1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  '100::1',
  '4000::1',
  'example.org',
  '',
];
const onlyPrivate = [
  '127.0.0.1',
  '127.255.255.254',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '::1',
  'fc00::1',
  'fd12::1',
  '::ffff:10.0.0.1',
  '::ffff:127.0.0.1',
  // Read like the one above.
  '::127.0.0.1',
  '64:ff9b::a00:1',
];
const open = ['93.184.215.14', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'];

const secure = { secure: true, allowPrivate: false };
const secureInside = { secure: true, allowPrivate: true };
const plainInside = { secure: false, allowPrivate: true };

describe('refuseAddress', () => {
  it.each(never)('%s is never called', (address) => {
    for (const how of [secure, secureInside, plainInside]) expect(refuseAddress(address, how)).toBeTruthy();
  });

  it.each(onlyPrivate)('%s is called where private addresses are allowed', (address) => {
    expect(refuseAddress(address, secure)).toMatch(/^no public address/u);
    expect(refuseAddress(address, secureInside)).toBeUndefined();
    expect(refuseAddress(address, plainInside)).toBeUndefined();
  });

  it.each(open)('%s is called by https, and never by plain http', (address) => {
    expect(refuseAddress(address, secure)).toBeUndefined();
    expect(refuseAddress(address, secureInside)).toBeUndefined();
    expect(refuseAddress(address, plainInside)).toBe('a public address over plain http');
  });

  it('opens nothing more to an address within another', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const mapped = `::ffff:${address}`;
        expect(refuseAddress(mapped, secure)).toBeTruthy();
        expect(refuseAddress(mapped, plainInside)).toBe(refuseAddress(address, plainInside));
      }),
    );
  });
});

describe('refuseTarget', () => {
  it.each([
    ['https://api.example/screen', undefined],
    ['https://93.184.215.14/', undefined],
    ['https://10.0.0.1/', 'no public address (private)'],
    ['https://2130706433/', 'no public address (loopback)'],
    ['https://0x7f.1/', 'no public address (loopback)'],
    ['https://[::1]/', 'no public address (loopback)'],
    ['https://[::ffff:7f00:1]/', 'no public address (ipv4Mapped)'],
    ['https://user:pass@api.example/', 'a user name or password in the address'],
    ['http://api.example/', 'plain http'],
    ['http://10.0.0.1/', 'plain http'],
    ['ftp://api.example/', 'ftp: in place of https:'],
    ['file:///etc/passwd', 'file: in place of https:'],
  ])('%s: %s', (url, refused) => {
    expect(refuseTarget(new URL(url), false)).toBe(refused);
  });

  it.each([
    ['http://127.0.0.1:8080/', undefined],
    ['http://vendor.internal/', undefined],
    ['http://93.184.215.14/', 'a public address over plain http'],
    ['http://169.254.169.254/', 'no public address (linkLocal)'],
  ])('%s where private addresses are allowed: %s', (url, refused) => {
    expect(refuseTarget(new URL(url), true)).toBe(refused);
  });
});
