import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Of clouds, where a machine's own credentials are handed out. All of 169.254/16 is refused as link-local. */
const metadata = ['fd00:ec2::/32', 'fd20:ce::254/128', '100.100.100.200/32', '168.63.129.16/32'].map(
  (range) => ipaddr.parseCIDR(range),
);

/** What `--allow-private` opens. All other ranges that are not public stay closed. */
const privateRanges = ['private', 'loopback', 'uniqueLocal', 'carrierGradeNat'];

/**
 * Why no connection to an IP address is made; undefined where it may be. Plain http never leaves private networks.
 * @source RFC 6890 (special-purpose addresses), RFC 6052 (IPv4 within IPv6), by the tables of ipaddr.js
 */
export function refuseAddress(
  text: string,
  { secure, allowPrivate }: { secure: boolean; allowPrivate: boolean },
): string | undefined {
  if (!ipaddr.isValid(text)) return 'no IP address';
  const given = ipaddr.parse(text);
  const address = allowPrivate ? embeddedIn(given) : given;
  if (metadata.some(([net, bits]) => net.kind() === address.kind() && address.match(net, bits)))
    return 'an address of cloud metadata';
  const range = rangeOf(address);
  if (range === 'public') return secure ? undefined : 'a public address over plain http';
  return allowPrivate && privateRanges.includes(range) ? undefined : `no public address (${range})`;
}

/** Why a URL is not called, as far as the URL itself tells; its name is resolved and checked on connecting. */
export function refuseTarget(url: URL, allowPrivate: boolean): string | undefined {
  const secure = url.protocol === 'https:';
  if (!secure && url.protocol !== 'http:') return `${url.protocol.slice(0, 20)} in place of https:`;
  if (url.username !== '' || url.password !== '') return 'a user name or password in the address';
  if (!secure && !allowPrivate) return 'plain http';
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  return isIP(host) === 0 ? undefined : refuseAddress(host, { secure, allowPrivate });
}

/** The IPv4 address in a mapped or translated one: it is where packets go. */
function embeddedIn(address: Address): Address {
  if (!(address instanceof ipaddr.IPv6)) return address;
  const translated = address.match(ipaddr.IPv6.parseCIDR('64:ff9b::/96'));
  if (!translated && !address.isIPv4MappedAddress()) return address;
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}

function rangeOf(address: Address): string {
  const range = address.range();
  if (range !== 'unicast') return range;
  // Of IPv6 only 2000::/3 is handed out; the rest, `::127.0.0.1` among it, is nobody's.
  const known = !(address instanceof ipaddr.IPv6) || address.parts[0]! >> 13 === 1;
  return known ? 'public' : 'unassigned';
}
