import { fingerprintOf, renderPublicKeyPem, spellFingerprint } from '../../evals/signing/public-key.ts';
import { openSigner } from './open-signer.ts';

export interface KeyOptions {
  json?: boolean;
  signedBy?: string;
}

/** `maalestok key`: the public key that results are signed with here, to hand out. The private one is never printed. */
export async function key(options: KeyOptions): Promise<void> {
  const { signer, file } = await openSigner(options.signedBy);
  const { publicKey, signedBy } = signer;
  const fingerprint = fingerprintOf(publicKey);
  if (options.json === true) {
    const base64 = Buffer.from(publicKey).toString('base64');
    process.stdout.write(`${JSON.stringify({ file, signedBy, publicKey: base64, fingerprint }, null, 2)}\n`);
    return;
  }
  // Only the key itself goes to standard output: `maalestok key > key.pem` makes a file for `verify --key`.
  process.stdout.write(renderPublicKeyPem(publicKey));
  process.stderr.write(
    `Signs as:    "${signedBy}"\nFingerprint: ${spellFingerprint(fingerprint)}\nPrivate key: ${file}\n`,
  );
}
