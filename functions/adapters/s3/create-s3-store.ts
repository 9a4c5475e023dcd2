import { DeleteObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { BlobStore } from '../../../evals/ports.ts';
import { decodeLines } from '../decode-lines.ts';
import { openObject } from './open-object.ts';
import { tellS3Error } from './tell-s3-error.ts';
import { writeObject } from './write-object.ts';

export interface S3StoreOptions {
  /** Its `maxAttempts` is how often a throttled or broken call is made again. */
  client: S3Client;
  bucket: string;
  /** Of what is read by browsers. */
  typeOf?: (key: string) => string | undefined;
}

/**
 * Blobs as objects of a bucket. What is absent is told from what is denied only where the caller may list the bucket
 * (`s3:ListBucket`): to everybody else S3 says that it denies what is not there.
 * @throws {ArtifactError} from every member, where access is denied or the bucket is not there
 */
export function createS3Store({ client, bucket, typeOf }: S3StoreOptions): BlobStore {
  const describe = (key: string): string => `s3://${bucket}/${key}`;
  const place = (key: string) => ({ client, bucket, key, name: describe(key) });
  return {
    describe,

    async read(key) {
      const chunks = await openObject(place(key));
      if (chunks === null) return null;
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(chunk);
      return new Uint8Array(Buffer.concat(parts));
    },

    async readLines(key) {
      const chunks = await openObject(place(key));
      return chunks === null ? null : decodeLines(chunks, describe(key));
    },

    write: (key, body) => writeObject({ ...place(key), type: typeOf?.(key) }, body),

    async list(prefix) {
      const keys: string[] = [];
      let from: string | undefined;
      do {
        const command: ListObjectsV2Command = new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          ContinuationToken: from,
        });
        const page = await tellS3Error('list', describe(prefix), () => client.send(command));
        for (const { Key: key } of page.Contents ?? []) if (key !== undefined) keys.push(key);
        from = page.NextContinuationToken;
      } while (from !== undefined);
      return keys.sort();
    },

    async remove(key) {
      const command = new DeleteObjectCommand({ Bucket: bucket, Key: key });
      await tellS3Error('remove', describe(key), () => client.send(command));
    },
  };
}
