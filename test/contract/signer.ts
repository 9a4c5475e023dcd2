import { createPublicKey, verify } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signer } from '../../evals/ports.ts';
import { isValidSignature } from '../../evals/signing/is-valid-signature.ts';
import { signResult } from '../../evals/signing/sign-result.ts';
import { SignatureSchema, SignedBySchema } from '../../evals/signing/signature.ts';

/**
 * What every Signer holds to.
 * @param open the same key again; `other` is another key
 */
export function describeSigner(name: string, open: () => Promise<Signer>, other: () => Promise<Signer>) {
  describe(`Signer: ${name}`, () => {
    const keyOf = ({ publicKey }: Signer) =>
      createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });

    it('has an Ed25519 key, and a name that can be signed', async () => {
      const { publicKey, signedBy } = await open();
      const base64 = Buffer.from(publicKey).toString('base64');
      expect(SignatureSchema.shape.publicKey.safeParse(base64).success).toBe(true);
      expect(SignedBySchema.safeParse(signedBy).success).toBe(true);
    });

    it('signs messages of up to 4,096 bytes so that its key verifies them, and no other', async () => {
      const [signer, foreign] = [await open(), await other()];
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), async (message) => {
          const signature = await signer.sign(message);
          expect(signature).toHaveLength(64);
          expect(verify(null, message, keyOf(signer), signature)).toBe(true);
          expect(verify(null, message, keyOf(foreign), signature)).toBe(false);
          expect(verify(null, Buffer.concat([message, Buffer.of(0)]), keyOf(signer), signature)).toBe(false);
        }),
        { numRuns: 20 },
      );
    });

    it('gives the same bytes for the same message, opened again too', async () => {
      const message = new TextEncoder().encode('blåbærgrød');
      const [first, second] = [await open(), await open()];
      expect(second.publicKey).toEqual(first.publicKey);
      expect(second.signedBy).toBe(first.signedBy);
      expect(await first.sign(message)).toEqual(await first.sign(message));
      expect(await second.sign(message)).toEqual(await first.sign(message));
    });

    it('signs a result', async () => {
      const signed = await signResult('{"a":1}', [{ file: 'a.csv', sha256: '0'.repeat(64) }], await open());
      expect(isValidSignature(signed)).toBe(true);
    });
  });
}
