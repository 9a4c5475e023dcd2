import { generateKeyPairSync, sign } from 'node:crypto';

const oids = {
  commonName: [0x55, 0x04, 0x03],
  alternativeName: [0x55, 0x1d, 0x11],
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
};

/**
 * A key and a certificate that it signed itself, made anew for one test.
 * @source RFC 5280, in DER
 */
export function selfSigned(
  hosts: readonly string[],
  validUntil = '491231235959Z',
): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(tagged(0x06, Buffer.from(oids.ecdsaWithSha256)));
  const name = sequence(
    tagged(0x31, sequence(tagged(0x06, Buffer.from(oids.commonName)), tagged(0x0c, Buffer.from(hosts[0]!)))),
  );
  const names = sequence(...hosts.map(alternativeName));
  const extension = sequence(tagged(0x06, Buffer.from(oids.alternativeName)), tagged(0x04, names));
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(time('200101000000Z'), time(validUntil)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(extension)),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]);
  const der = sequence(body, algorithm, tagged(0x03, signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

/** An IPv4 address or a name. */
function alternativeName(host: string): Buffer {
  const octets = host.split('.').map(Number);
  return octets.some(Number.isNaN) ? tagged(0x82, Buffer.from(host)) : tagged(0x87, Buffer.from(octets));
}

function time(text: string): Buffer {
  return tagged(0x17, Buffer.from(text));
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
