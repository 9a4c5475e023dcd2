import { createHash, createPrivateKey, generateKeyPairSync, webcrypto } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlobStore } from '../../../evals/ports.ts';
import { hashWrites } from '../../../evals/signing/hash-writes.ts';
import { isValidSignature } from '../../../evals/signing/is-valid-signature.ts';
import { fingerprintOf, readPublicKey, renderPublicKeyPem } from '../../../evals/signing/public-key.ts';
import { signResult } from '../../../evals/signing/sign-result.ts';
import { type Signature, SignatureSchema, SignedBySchema } from '../../../evals/signing/signature.ts';
import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { createLocalSigner } from '../../../functions/adapters/signing/create-local-signer.ts';

/** @source RFC 8032, section 7.1, TEST 2: seed, public key, message and signature */
const rfc = {
  seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  message: '72',
  signature:
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
    '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
};
const rfcKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${rfc.seed}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
});
const files = ['b.csv', 'a.html', 'cases/1.html'].map((file) => ({
  file,
  sha256: createHash('sha256').update(file).digest('hex'),
}));
const sign = () => signResult('{"b":2,"a":0.1}', files, createLocalSigner(rfcKey, 'Nordby Kommune'));

/** As a reader meets it: anything may stand there. */
function holds(value: unknown): boolean {
  const checked = SignatureSchema.safeParse(value);
  return checked.success && isValidSignature(checked.data);
}

describe('a signature', () => {
  it('is that of RFC 8032', async () => {
    const signer = createLocalSigner(rfcKey);
    expect(Buffer.from(signer.publicKey).toString('hex').slice(24)).toBe(rfc.publicKey);
    const made = await signer.sign(Buffer.from(rfc.message, 'hex'));
    expect(Buffer.from(made).toString('hex')).toBe(rfc.signature);
  });

  it('says what was signed, sorted, and can be checked without this code', async () => {
    const signed = await sign();
    const { signature, ...statement } = signed;
    expect(statement).toEqual({
      schema: 'maalestok.signature.v1',
      sha256: createHash('sha256').update('{"a":0.1,"b":2}').digest('hex'),
      report: [files[1], files[0], files[2]],
      signedBy: 'Nordby Kommune',
      publicKey: `MCowBQYDK2VwAyEA${Buffer.from(rfc.publicKey, 'hex').toString('base64')}`,
    });
    const list = statement.report.map(({ file, sha256 }) => `{"file":"${file}","sha256":"${sha256}"}`);
    const canonical =
      `{"publicKey":"${statement.publicKey}","report":[${list.join(',')}],"schema":"maalestok.signature.v1",` +
      `"sha256":"${statement.sha256}","signedBy":"Nordby Kommune"}`;
    const message = `maalestok.signature.v1 ${createHash('sha256').update(canonical).digest('hex')}`;
    const raw = Buffer.from(rfc.publicKey, 'hex');
    const key = await webcrypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    const bytes = Buffer.from(signature, 'base64');
    expect(await webcrypto.subtle.verify('Ed25519', key, bytes, Buffer.from(message))).toBe(true);
    expect(holds(signed)).toBe(true);
  });

  it('does not hold once any text of it changes in any character', async () => {
    const signed = await sign();
    const texts = textsIn(signed);
    expect(texts).toHaveLength(5 + 2 * files.length);
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 127 }), (path, at, bits) => {
        const changed = structuredClone(signed);
        const text = read(changed, path);
        const index = at % text.length;
        write(
          changed,
          path,
          text.slice(0, index) + String.fromCharCode(text.charCodeAt(index) ^ bits) + text.slice(index + 1),
        );
        expect(holds(changed)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not hold with a field more or less, a file more or less, or files in another order', async () => {
    const signed = await sign();
    for (const field of Object.keys(signed)) {
      const { [field as keyof Signature]: _, ...rest } = signed;
      expect(holds(rest), field).toBe(false);
    }
    expect(holds({ ...signed, note: 'x' })).toBe(false);
    for (const at of signed.report.keys()) {
      expect(holds({ ...signed, report: signed.report.toSpliced(at, 1) })).toBe(false);
      expect(holds({ ...signed, report: signed.report.toSpliced(at, 0, signed.report[at]!) })).toBe(false);
    }
    expect(holds({ ...signed, report: signed.report.toReversed() })).toBe(false);
  });

  it('has one form: no other Base64 of the same bytes holds', async () => {
    const signed = await sign();
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const others = [...last]
      .map((letter) => `${signed.signature.slice(0, 85)}${letter}==`)
      .filter((text) => text !== signed.signature);
    const same = others.filter((text) =>
      Buffer.from(text, 'base64').equals(Buffer.from(signed.signature, 'base64')),
    );
    expect(same).toHaveLength(15);
    for (const signature of others) expect(holds({ ...signed, signature })).toBe(false);
    for (const change of [`${signed.signature} `, signed.signature.slice(0, 86), `\n${signed.signature}`])
      expect(holds({ ...signed, signature: change })).toBe(false);
  });

  it('does not hold with another key, or a key that is no point of the curve', async () => {
    const signed = await sign();
    const other = createLocalSigner(generateKeyPairSync('ed25519').privateKey);
    expect(holds({ ...signed, publicKey: Buffer.from(other.publicKey).toString('base64') })).toBe(false);
    const none = Buffer.concat([Buffer.from(other.publicKey).subarray(0, 12), Buffer.alloc(32, 0xff)]);
    expect(holds({ ...signed, publicKey: none.toString('base64') })).toBe(false);
  });

  it('names no file outside the report, and no name that hides what it is', async () => {
    const signed = await sign();
    const refused = [
      '',
      '/etc/passwd',
      '..',
      '../result.json',
      'a/../../b',
      'a/./b',
      'a//b',
      'a/',
      'a\\b',
      'C:a',
      'a\u202Eb',
      'a\nb',
      'x'.repeat(501),
    ];
    for (const file of refused) {
      const report = [{ file, sha256: signed.sha256 }];
      expect(SignatureSchema.safeParse({ ...signed, report }).success, file).toBe(false);
    }
    for (const file of ['..a', 'a..b/c', 'rapport – æøå.html']) {
      const report = [{ file, sha256: signed.sha256 }];
      expect(SignatureSchema.safeParse({ ...signed, report }).success, file).toBe(true);
    }
  });
});

it('is signed by a name that stands on one line and hides nothing', () => {
  const holdsName = (name: string) => SignedBySchema.safeParse(name).success;
  for (const name of ['Nordby Kommune, Byg', 'æ', 'x'.repeat(100), 'O’Neill & "Søn" <a/s>', '李'])
    expect(holdsName(name), name).toBe(true);
  for (const name of [
    '',
    ' ',
    ' x',
    'x ',
    'a\nb',
    'a\u2028b',
    'a\u202Eb',
    'a\u200Bb',
    '\uD800',
    '\u0000',
    'x'.repeat(101),
  ])
    expect(holdsName(name), JSON.stringify(name)).toBe(false);
});

describe('a public key', () => {
  const publicKey = createLocalSigner(rfcKey).publicKey;
  const base64 = Buffer.from(publicKey).toString('base64');

  it('is read from PEM, with text around it, and from Base64', () => {
    const pem = renderPublicKeyPem(publicKey);
    for (const text of [
      pem,
      pem.replaceAll('\n', '\r\n'),
      `Nordby:\n${pem}\nhilsen`,
      base64,
      ` ${base64}\n`,
    ]) {
      expect(readPublicKey(text)).toEqual({ publicKey: Buffer.from(publicKey) });
    }
    expect(fingerprintOf(publicKey)).toBe(createHash('sha256').update(publicKey).digest('hex'));
  });

  it('is another one or none once any character of it changes', () => {
    const pem = renderPublicKeyPem(publicKey);
    fc.assert(
      fc.property(fc.nat({ max: pem.length - 1 }), fc.integer({ min: 1, max: 127 }), (at, bits) => {
        const letter = String.fromCharCode(pem.charCodeAt(at) ^ bits);
        fc.pre(!(/\s/u.test(letter) && /\s/u.test(pem[at]!)));
        const found = readPublicKey(pem.slice(0, at) + letter + pem.slice(at + 1));
        // The last line feed stands outside the key.
        if (at < pem.length - 1) expect(found).not.toEqual({ publicKey: Buffer.from(publicKey) });
      }),
      { numRuns: 1000 },
    );
  });

  it('is not taken from a private key, of several, of another kind, or from anything else', () => {
    const pem = renderPublicKeyPem(publicKey);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(readPublicKey(rfcKey.export({ format: 'pem', type: 'pkcs8' }).toString())).toEqual({
      wrong: 'a private key',
    });
    expect(readPublicKey(pem + pem)).toEqual({ wrong: 'several keys' });
    const rsaPem = rsa.publicKey.export({ format: 'pem', type: 'spki' }).toString();
    expect(readPublicKey(rsaPem)).toEqual({ wrong: 'another kind of key' });
    for (const text of ['', 'nøgle', base64.slice(1), `${base64}${base64}`])
      expect(readPublicKey(text)).toEqual({ wrong: 'no key' });
  });
});

describe('hashWrites', () => {
  it('passes every form on, and knows the hash of what came to be', async () => {
    const store = createMemoryStore();
    const hashed = hashWrites(store);
    async function* parts() {
      yield 'blå';
      yield 'bær';
    }
    await hashed.store.write('a', 'x');
    await hashed.store.write('a', 'blåbær');
    await hashed.store.write('b', new TextEncoder().encode('blåbær'));
    await hashed.store.write('c', parts());
    const sha256 = createHash('sha256').update('blåbær').digest('hex');
    expect(Object.fromEntries(hashed.hashes)).toEqual({ a: sha256, b: sha256, c: sha256 });
    for (const key of ['a', 'b', 'c'])
      expect(new TextDecoder().decode((await store.read(key))!)).toBe('blåbær');
  });

  it('knows nothing of what was not written', async () => {
    const failing: BlobStore = {
      ...createMemoryStore(),
      write: () => Promise.reject(new Error('no space')),
    };
    const { store, hashes } = hashWrites(failing);
    await expect(store.write('a', 'x')).rejects.toThrow('no space');
    expect([...hashes]).toEqual([]);
  });
});

type Path = (string | number)[];

/** Where texts stand in a value. */
function textsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((each, at) => textsIn(each, [...path, at]));
  return Object.entries(value as object).flatMap(([key, each]) => textsIn(each, [...path, key]));
}

function read(value: unknown, path: Path): string {
  return path.reduce((at, key) => (at as Record<string | number, unknown>)[key], value) as string;
}

function write(value: unknown, path: Path, text: string): void {
  const parent = path.slice(0, -1).reduce((at, key) => (at as Record<string | number, unknown>)[key], value);
  (parent as Record<string | number, unknown>)[path.at(-1)!] = text;
}
