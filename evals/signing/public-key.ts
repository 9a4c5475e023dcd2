import { createHash } from 'node:crypto';
import { SignatureSchema } from './signature.ts';

/** SHA-256 of the key's SPKI, in hex: what people compare. `openssl pkey -pubin -outform DER | sha256sum` says the same. */
export function fingerprintOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex');
}

/** A fingerprint in groups of four, to be read aloud. */
export function spellFingerprint(fingerprint: string): string {
  return fingerprint.replaceAll(/(.{4})(?!$)/gu, '$1 ');
}

/** SPKI as PEM (RFC 7468). A key of 44 bytes fits on one line. */
export function renderPublicKeyPem(publicKey: Uint8Array): string {
  const base64 = Buffer.from(publicKey).toString('base64');
  return `-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----\n`;
}

const pem = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/gu;

/** Why a text is no public key that can have signed. */
export type NoPublicKey = 'a private key' | 'several keys' | 'another kind of key' | 'no key';

/** A public key from PEM, whatever text stands around it, or from the Base64 of its SPKI. */
export function readPublicKey(text: string): { publicKey: Uint8Array } | { wrong: NoPublicKey } {
  const blocks = [...text.matchAll(pem)];
  if (blocks.some(([, label]) => label!.includes('PRIVATE KEY'))) return { wrong: 'a private key' };
  if (blocks.length > 1) return { wrong: 'several keys' };
  const base64 = (blocks[0]?.[2] ?? text).replaceAll(/\s/gu, '');
  const checked = SignatureSchema.shape.publicKey.safeParse(base64);
  if (checked.success) return { publicKey: Buffer.from(checked.data, 'base64') };
  return { wrong: blocks.length === 1 ? 'another kind of key' : 'no key' };
}
