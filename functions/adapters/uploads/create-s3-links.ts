import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clock } from '../../../evals/ports.ts';

export interface S3LinksOptions {
  client: S3Client;
  bucket: string;
  clock: Clock;
  expiresInS: number;
}

/** Signs addresses from which one object can be fetched, and nothing else, by whoever has the address. */
export function createS3Links({ client, bucket, clock, expiresInS }: S3LinksOptions) {
  return (key: string): Promise<string> => {
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ResponseCacheControl: 'no-store',
      ResponseContentType: 'application/x-ndjson; charset=utf-8',
    });
    return getSignedUrl(client, command, { expiresIn: expiresInS, signingDate: new Date(clock.now()) });
  };
}
