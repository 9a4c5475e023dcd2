import { ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ArtifactError } from '../../../../datasets/errors.ts';
import type { BlobStore } from '../../../../evals/ports.ts';
import { lineLimitBytes } from '../../../../functions/adapters/decode-lines.ts';
import { createS3Store } from '../../../../functions/adapters/s3/create-s3-store.ts';
import { describeBlobStore } from '../../../contract/blob-store.ts';
import { type S3Server, startS3Server } from '../../../support/s3-server.ts';

let server: S3Server;
let buckets = 0;
beforeAll(async () => {
  server = await startS3Server();
});
afterAll(() => server.close());
afterEach(() => {
  server.mishap = undefined;
});

async function freshStore(): Promise<{ store: BlobStore; bucket: string }> {
  const bucket = `bucket-${++buckets}`;
  await server.makeBucket(bucket);
  server.calls.length = 0;
  return { store: createS3Store({ client: server.client(), bucket }), bucket };
}

describeBlobStore('s3', async () => ({ ...(await freshStore()), dispose: async () => undefined }));

const megabyte = 'x'.repeat(1024 * 1024 - 1);

async function* lines(count: number, breakAt = Number.POSITIVE_INFINITY): AsyncGenerator<string> {
  for (let at = 0; at < count; at += 1) {
    if (at === breakAt) throw new Error('half way');
    yield `${at % 10}${megabyte.slice(1)}\n`;
  }
}

async function* withoutEnds(megabytes: number): AsyncGenerator<string> {
  for (let at = 0; at < megabytes; at += 1) yield `${megabyte}x`;
}

async function collect(store: BlobStore, key: string): Promise<string[]> {
  const found: string[] = [];
  for await (const line of (await store.readLines(key))!) found.push(line);
  return found;
}

describe('the S3 store', () => {
  it('lists more keys than a page holds', async () => {
    const { store } = await freshStore();
    const keys = Array.from({ length: 2_050 }, (_, at) => `k/${String(at).padStart(4, '0')}`);
    for (let at = 0; at < keys.length; at += 50)
      await Promise.all(keys.slice(at, at + 50).map((key) => store.write(key, 'x')));
    server.calls.length = 0;
    expect(await store.list('k/')).toEqual(keys);
    expect(server.calls).toHaveLength(3);
  });

  it('takes a long stream in parts, and leaves nothing of one that fails', async () => {
    const { store, bucket } = await freshStore();
    await store.write('long', lines(20));
    expect((await collect(store, 'long')).map((line) => `${line[0]} ${line.length}`)).toEqual(
      Array.from({ length: 20 }, (_, at) => `${at % 10} ${megabyte.length}`),
    );
    expect(server.calls.filter((call) => call.startsWith('PUT'))).toHaveLength(3);
    await expect(store.write('long', lines(20, 19))).rejects.toThrow('half way');
    expect(await collect(store, 'long')).toHaveLength(20);
    const left = await server.client().send(new ListMultipartUploadsCommand({ Bucket: bucket }));
    expect(left.Uploads ?? []).toEqual([]);
  });

  it('refuses a line that is too long', async () => {
    const { store } = await freshStore();
    await store.write('long', withoutEnds(lineLimitBytes / 1024 / 1024 + 1));
    await expect(collect(store, 'long')).rejects.toThrow(/a line longer than 32 MiB/u);
  });

  it('goes on with a stream that was cut in the middle', async () => {
    const { store } = await freshStore();
    const text = Array.from({ length: 50_000 }, (_, at) => `line ${at}\n`).join('');
    await store.write('cut', text);
    server.calls.length = 0;
    server.mishap = (_call, index) => (index < 3 ? { cutAfter: 100_000 } : 'pass');
    expect(await collect(store, 'cut')).toEqual(text.trimEnd().split('\n'));
    expect(server.calls).toHaveLength(4);
    server.calls.length = 0;
    expect(new TextDecoder().decode((await store.read('cut'))!)).toBe(text);
    expect(server.calls).toHaveLength(4);
  });

  it('never takes a cut stream for a whole text', async () => {
    const { store } = await freshStore();
    await store.write('cut', 'first\nsecond\n');
    server.mishap = (_call, index) => (index === 0 ? { cutAfter: 6 } : { cutAfter: 0 });
    server.calls.length = 0;
    await expect(store.read('cut')).rejects.toThrow(/abort|lost|hang up/iu);
    expect(server.calls.length).toBeGreaterThan(3);
    server.calls.length = 0;
    await expect(collect(store, 'cut')).rejects.toThrow(/abort|lost|hang up/iu);
  });

  it('mixes no two versions of an object', async () => {
    const { store } = await freshStore();
    await store.write('k', 'old\n'.repeat(50_000));
    server.calls.length = 0;
    server.mishap = (_call, index) => (index === 0 ? { cutAfter: 100_000 } : 'pass');
    const reading = (await store.readLines('k'))!;
    await store.write('k', 'new\n'.repeat(50_000));
    const read = async () => {
      for await (const line of reading) expect(line).toBe('old');
    };
    await expect(read()).rejects.toThrow(/written anew while it was read/u);
  });

  it('never takes what is denied for what is absent', async () => {
    const { store } = await freshStore();
    server.mishap = () => ({ status: 403, code: 'AccessDenied' });
    const actions = [
      () => store.read('k'),
      () => store.readLines('k'),
      () => store.list(''),
      () => store.write('k', 'x'),
      () => store.remove('k'),
    ];
    for (const action of actions) {
      server.calls.length = 0;
      const error = await action().catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(ArtifactError);
      expect(String(error)).toMatch(/s3:\/\/bucket-\d+\/k?": access is denied/u);
      expect(server.calls).toHaveLength(1);
    }
  });

  it('never takes a bucket that is not there for an object that is not', async () => {
    const store = createS3Store({ client: server.client(), bucket: 'nowhere' });
    await expect(store.read('k')).rejects.toThrow(/no such bucket/u);
    await expect(store.list('')).rejects.toThrow(/no such bucket/u);
  });

  it.each([
    { status: 503, code: 'SlowDown' },
    { status: 500, code: 'InternalError' },
  ])('makes a call again that failed with $code, and gives up in the end', async (mishap) => {
    const { store } = await freshStore();
    const once = () => {
      server.calls.length = 0;
      server.mishap = (_call, index) => (index === 0 ? mishap : 'pass');
    };
    once();
    await store.write('k', 'x\n');
    expect(server.calls).toHaveLength(2);
    once();
    expect(await collect(store, 'k')).toEqual(['x']);
    expect(server.calls).toHaveLength(2);
    once();
    expect(await store.list('')).toEqual(['k']);
    server.mishap = () => mishap;
    await expect(store.read('k')).rejects.toMatchObject({ name: mishap.code });
  });
});
