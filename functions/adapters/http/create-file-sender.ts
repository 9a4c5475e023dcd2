import type { Case } from '../../../datasets/case.ts';
import { InputError, ModelCallError } from '../../../datasets/errors.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import type { SentFile } from '../../../evals/screening/vendor-contract.ts';
import type { HttpModel } from '../../../evals/suite-model.ts';
import { readCaseFile } from '../read-case-file.ts';

export interface FileSender {
  /** @throws {InputError} where the data set does not hold a file; {ModelCallError} where they are too large */
  send(files: Case['files']): Promise<SentFile[]>;
  close(): void;
}

export interface FileSenderOptions {
  datasetStore: BlobStore;
  /** Of all files in one request. */
  limitBytes: number;
  /** Of the suite: `models[0]`. */
  field: string;
}

/** How a case's files go along with it. @throws {InputError} where `link` has no place to link to */
export async function createFileSender(
  { files: way, fileLinks }: Pick<HttpModel, 'files' | 'fileLinks'>,
  { datasetStore, limitBytes, field }: FileSenderOptions,
): Promise<FileSender> {
  if (way === 'none') return { send: async () => [], close() {} };
  if (way === 'inline') return { send: (files) => sendInline(files, datasetStore, limitBytes), close() {} };
  if (fileLinks === undefined) {
    throw new InputError({
      field: `${field}.fileLinks`,
      is: 'nothing',
      expected: 'bucket, prefix and region of the files, since `files: link` is there',
    });
  }
  // Loaded where it is needed: most endpoints take files in the request.
  const { createLinkSigner } = await import('./create-link-signer.ts');
  const signer = createLinkSigner(fileLinks);
  return {
    send: (files) =>
      Promise.all(files.map(async (file) => ({ ...file, ...(await signer.sign(file.sha256)) }))),
    close: () => signer.close(),
  };
}

async function sendInline(files: Case['files'], store: BlobStore, limitBytes: number): Promise<SentFile[]> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > limitBytes) {
    const message = `files of ${total} bytes, expected at most ${limitBytes} in a request; use \`files: link\``;
    throw new ModelCallError('files-too-large', message);
  }
  const sent: SentFile[] = [];
  for (const file of files) {
    const content = await readCaseFile(store, file);
    sent.push({ ...file, content: Buffer.from(content).toString('base64') });
  }
  return sent;
}
