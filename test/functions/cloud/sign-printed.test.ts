import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { runKeys } from '../../../evals/run-keys.ts';
import { isValidSignature } from '../../../evals/signing/is-valid-signature.ts';
import { type Signature, SignatureSchema } from '../../../evals/signing/signature.ts';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { createLocalSigner } from '../../../functions/adapters/signing/create-local-signer.ts';
import { runReportKeys } from '../../../functions/cloud/report-keys.ts';
import { signCloudRun } from '../../../functions/cloud/sign-cloud-run.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const hash = (digit: string) => digit.repeat(64);
const files = [
  { file: 'figures.csv', sha256: hash('1') },
  { file: 'rapport.html', sha256: hash('2') },
  { file: 'sager/sag-a.html', sha256: hash('3') },
];
const signer = createLocalSigner(generateKeyPairSync('ed25519').privateKey);

/** Signs what a report left, beside what a printer said. */
async function sign(printed: unknown): Promise<Signature> {
  await using temporary = await temporaryFolder();
  const store = createFileStore(temporary.folder);
  await store.write(runReportKeys.toSign, JSON.stringify({ sha256: hash('0'), report: files }));
  if (printed !== undefined) await store.write(runReportKeys.printed, JSON.stringify(printed));
  await signCloudRun(store, signer);
  const signature = await store.read(runKeys.signature);
  return SignatureSchema.parse(JSON.parse(new TextDecoder().decode(signature!)));
}

describe('the signature over a printed report', () => {
  it('is over the PDF beside all else, in the order of names', async () => {
    const signature = await sign({ page: hash('2'), sha256: hash('f') });
    const [first, page, last] = files;
    expect(signature.report).toEqual([first, page, { file: 'rapport.pdf', sha256: hash('f') }, last]);
    expect(isValidSignature(signature)).toBe(true);
  });

  it('is over the rest where nothing was printed', async () => {
    expect((await sign(undefined)).report).toEqual(files);
  });

  it('is not made where the PDF is of another page than the report', async () => {
    await expect(sign({ page: hash('3'), sha256: hash('f') })).rejects.toThrow(
      /Cannot sign ".*rapport\.pdf": it was printed of another page/u,
    );
  });

  it.each([
    [{ page: hash('2'), sha256: hash('f'), file: 'rapport.html' }],
    [{ page: hash('2'), sha256: 'f' }],
    [{ sha256: hash('f') }],
    [{ page: hash('2'), sha256: hash('f'), report: [] }],
    [null],
  ])('is not made of what a printer may not say: %j', async (printed) => {
    await expect(sign(printed)).rejects.toThrow(/Cannot sign ".*printed\.json": it is damaged/u);
  });
});
