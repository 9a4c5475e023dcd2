import { createHash } from 'node:crypto';
import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { describe, expect, it } from 'vitest';
import { createSystemClock } from '../../../../functions/adapters/system-clock.ts';
import { createLocalUploadDesk } from '../../../../functions/adapters/uploads/create-local-upload-desk.ts';
import { createS3UploadDesk } from '../../../../functions/adapters/uploads/create-s3-upload-desk.ts';

const text = '{"x":"æ"}\n';
const file = {
  key: 'uploads/v-acme.0.jsonl',
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('hex'),
};

describe('the S3 upload desk', () => {
  it('signs size, kind and hash as headers, so that they are a condition, and the file gets where it belongs', async () => {
    const server = await startFauxqs({ port: 0, logger: false });
    const client = new S3Client({
      endpoint: `http://127.0.0.1:${server.port}`,
      region: 'eu-central-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'AKIATESTTESTTESTTEST', secretAccessKey: 'made-up' },
    });
    try {
      await client.send(new CreateBucketCommand({ Bucket: 'uploads' }));
      const desk = createS3UploadDesk({
        client,
        bucket: 'uploads',
        clock: createSystemClock(),
        expiresInS: 600,
      });
      const place = await desk.open(file);
      const query = new URL(place.url).searchParams;
      expect(query.get('X-Amz-Expires')).toBe('600');
      expect(query.get('X-Amz-SignedHeaders')?.split(';')).toEqual([
        'content-length',
        'content-type',
        'host',
        'x-amz-checksum-sha256',
      ]);
      expect(place.headers).toMatchObject({
        'x-amz-checksum-sha256': createHash('sha256').update(text).digest('base64'),
      });
      const { method, headers } = place;
      expect((await fetch(place.url, { method, headers, body: text })).status).toBe(200);
      const stored = await client.send(new GetObjectCommand({ Bucket: 'uploads', Key: file.key }));
      expect(await stored.Body?.transformToString()).toBe(text);
    } finally {
      client.destroy();
      await server.stop();
    }
  });
});

describe('the local upload desk', () => {
  const deskAt = (nowMs: () => number, secret = new Uint8Array(32)) =>
    createLocalUploadDesk({
      secret,
      clock: { ...createSystemClock(), now: () => new Date(nowMs()).toISOString() },
      expiresInS: 600,
      addressOf: (token) => `http://here/${token}`,
    });
  const tokenOf = async (desk: ReturnType<typeof deskAt>) =>
    (await desk.open(file)).url.replace('http://here/', '');

  it('accepts its own tokens until they expire', async () => {
    let nowMs = 1_000_000;
    const desk = deskAt(() => nowMs);
    const token = await tokenOf(desk);
    nowMs += 599_999;
    expect(desk.accept(token)).toEqual(file);
    nowMs += 1;
    expect(desk.accept(token)).toBeNull();
  });

  it('accepts no token that was changed, nor one of another server', async () => {
    const desk = deskAt(() => 0);
    const token = await tokenOf(desk);
    const [ticket, signature] = token.split('.');
    const other = Buffer.from(JSON.stringify({ ...file, key: 'x', expiresAt: '2999-01-01T00:00:00.000Z' }));
    for (const forged of [
      '',
      '.',
      'x',
      `${ticket}.`,
      `${ticket}.${'A'.repeat(43)}`,
      `${other.toString('base64url')}.${signature}`,
    ])
      expect(desk.accept(forged)).toBeNull();
    expect(deskAt(() => 0, new Uint8Array(32).fill(1)).accept(token)).toBeNull();
  });
});
