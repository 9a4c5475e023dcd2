import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { InputError } from '../../../datasets/errors.ts';
import type { HttpModel } from '../../../evals/suite-model.ts';

export type FileLinks = NonNullable<HttpModel['fileLinks']>;

export interface Link {
  url: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
}

export interface LinkSigner {
  sign(sha256: string): Promise<Link>;
  close(): void;
}

/** Links to files in S3 by which anyone can read that one file until they expire. */
export function createLinkSigner({ bucket, prefix, region, expiresSeconds }: FileLinks): LinkSigner {
  // Another server than AWS' own is found by its address, not by a name for each bucket.
  const forcePathStyle = (process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL) !== undefined;
  const client = new S3Client({ region, forcePathStyle });
  return {
    async sign(sha256) {
      const signingDate = new Date(Math.floor(Date.now() / 1000) * 1000);
      const command = new GetObjectCommand({ Bucket: bucket, Key: `${prefix}${sha256}` });
      try {
        const url = await getSignedUrl(client, command, { expiresIn: expiresSeconds, signingDate });
        return { url, expiresAt: new Date(signingDate.getTime() + expiresSeconds * 1000).toISOString() };
      } catch (cause) {
        const is = `no link that can be signed (${cause instanceof Error ? cause.name : 'an error'})`;
        const mend = 'Give this process AWS credentials that may read the bucket, or use `files: inline`.';
        throw new InputError({ field: 'fileLinks', is, expected: 'AWS credentials', mend }, { cause });
      }
    },
    close: () => client.destroy(),
  };
}
