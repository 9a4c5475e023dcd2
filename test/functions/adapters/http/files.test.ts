import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../../datasets/case.ts';
import { type SentFile, VendorRequestSchema } from '../../../../evals/screening/vendor-contract.ts';
import { createMemoryStore } from '../../../../functions/adapters/memory-store.ts';
import { type FaultyServer, startFaultyServer } from '../../../support/faulty/faulty-server.ts';
import { hostileText } from '../../../support/hostile-text.ts';
import { type HttpModelChanges, httpModel } from '../../../support/http-model.ts';
import { smallCase } from '../../../support/small-dataset.ts';

type CaseFile = Case['files'][number];

const names = [
  '../../etc/passwd',
  'a\r\nx-evil: 1',
  'C:\\con',
  'Plan æøå.pdf',
  ...Object.values(hostileText),
];
const contents = names.map((name, at) => Buffer.from(`${at} \u0000\u00ff ${name.slice(0, 50)}`, 'latin1'));
const files: CaseFile[] = names.map((name, at) => ({
  fileId: `f${at}`,
  name,
  mediaType: 'application/pdf',
  sha256: sha256(contents[at]!),
  bytes: contents[at]!.length,
}));

const shown = (which: CaseFile[]) => smallCase('c1', { files: which });
const options = () => ({ repeat: 0, requestId: 'ab'.repeat(32), signal: new AbortController().signal });

async function storeOf(which: CaseFile[]): Promise<ReturnType<typeof createMemoryStore>> {
  const store = createMemoryStore();
  for (const { sha256: key } of which) {
    await store.write(`files/${key}`, contents[files.findIndex((file) => file.sha256 === key)]!);
  }
  return store;
}

describe('files', () => {
  let server: FaultyServer;
  beforeAll(async () => {
    server = await startFaultyServer();
  });
  afterEach(() => {
    server.seen.length = 0;
  });
  afterAll(() => server.close());

  async function sendFiles(which: CaseFile[], changes: HttpModelChanges): Promise<SentFile[]> {
    const model = await httpModel(`${server.origin}/screen`, changes);
    try {
      await model.screen(shown(which), options());
    } finally {
      await model.close();
    }
    return VendorRequestSchema.parse(JSON.parse(server.seen[0]!.body)).files;
  }

  it('stay at home where the suite says so', async () => {
    expect(await sendFiles(files, { entry: { files: 'none' } })).toEqual([]);
  });

  it('go along whole, whatever they are called', async () => {
    const sent = await sendFiles(files, { datasetStore: await storeOf(files) });
    expect(sent).toEqual(files.map((file, at) => ({ ...file, content: contents[at]!.toString('base64') })));
  });

  it('are not sent where they are too large together, and the answer says why', async () => {
    const sent = sendFiles(files, { datasetStore: await storeOf(files), limits: { fileBytes: 100 } });
    await expect(sent).rejects.toMatchObject({
      name: 'ModelCallError',
      kind: 'files-too-large',
      retryable: false,
    });
    expect(server.seen).toEqual([]);
  });

  it.each<[string, (file: CaseFile) => CaseFile, RegExp]>([
    ['missing', (file) => ({ ...file, sha256: 'ab'.repeat(32) }), /no such file/u],
    ['shorter than the case says', (file) => ({ ...file, bytes: file.bytes + 1 }), /bytes, expected/u],
  ])('stop the run where one is %s', async (_, change, says) => {
    const wrong = [change(files[0]!)];
    const sent = sendFiles(wrong, { datasetStore: await storeOf(files) });
    await expect(sent).rejects.toMatchObject({ name: 'InputError', message: expect.stringMatching(says) });
    expect(server.seen).toEqual([]);
  });

  it('stop the run where the content of one is another', async () => {
    const store = await storeOf(files);
    const [file] = files;
    await store.write(`files/${file!.sha256}`, Buffer.alloc(file!.bytes, 'x'));
    await expect(sendFiles([file!], { datasetStore: store })).rejects.toMatchObject({
      name: 'InputError',
      problem: { file: `files/${file!.sha256}` },
    });
  });

  describe('by link', () => {
    let s3: Awaited<ReturnType<typeof startFauxqs>>;
    const entry: HttpModelChanges['entry'] = {
      files: 'link',
      fileLinks: {
        bucket: 'sager',
        prefix: 'byggesag-da/files/',
        region: 'eu-central-1',
        expiresSeconds: 900,
      },
    };
    beforeAll(async () => {
      s3 = await startFauxqs({ port: 0, logger: false });
      s3.createBucket('sager');
      vi.stubEnv('AWS_ENDPOINT_URL_S3', `http://127.0.0.1:${s3.port}`);
      vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test-secret-key');
      const client = new S3Client({ region: 'eu-central-1', forcePathStyle: true });
      for (const [at, { sha256: key }] of files.entries()) {
        const Key = `byggesag-da/files/${key}`;
        await client.send(new PutObjectCommand({ Bucket: 'sager', Key, Body: contents[at]! }));
      }
      client.destroy();
    });
    afterAll(async () => {
      vi.unstubAllEnvs();
      await s3.stop();
    });

    it('can be fetched by anyone who has it, and are what the case says', async () => {
      const before = Date.now();
      const sent = await sendFiles(files, { entry });
      const fetched = await Promise.all(
        sent.map(async ({ url }) => Buffer.from(await (await fetch(url!)).arrayBuffer())),
      );
      expect(fetched.map(sha256)).toEqual(files.map((file) => file.sha256));
      for (const [at, { url, expiresAt, content, ...file }] of sent.entries()) {
        expect({ file, content }).toEqual({ file: files[at], content: undefined });
        expect(new URL(url!).searchParams.get('X-Amz-Expires')).toBe('900');
        const lives = Date.parse(expiresAt!) - before;
        expect(lives > 898_000 && lives < 960_000).toBe(true);
      }
    });

    it('hold no secret', async () => {
      expect(JSON.stringify(await sendFiles(files, { entry }))).not.toContain('test-secret-key');
    });
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
