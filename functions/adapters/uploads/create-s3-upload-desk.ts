import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clock, UploadDesk } from '../../../evals/ports.ts';

export interface S3UploadDeskOptions {
  client: S3Client;
  bucket: string;
  clock: Clock;
  expiresInS: number;
}

const checksum = 'x-amz-checksum-sha256';
const contentType = 'application/x-ndjson';

/**
 * Signs addresses to which a file is put straight into a bucket. Size and SHA-256 are signed as headers, so that S3 takes
 * no other file under the address than the one it was given for.
 */
export function createS3UploadDesk({ client, bucket, clock, expiresInS }: S3UploadDeskOptions): UploadDesk {
  return {
    async open({ key, bytes, sha256 }) {
      const base64 = Buffer.from(sha256, 'hex').toString('base64');
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        ContentLength: bytes,
        ContentType: contentType,
        ChecksumSHA256: base64,
      });
      const now = clock.now();
      const url = await getSignedUrl(client, command, {
        expiresIn: expiresInS,
        signingDate: new Date(now),
        // In the address they would be no condition: whoever puts the file has to send them.
        unhoistableHeaders: new Set([checksum]),
        signableHeaders: new Set(['host', 'content-length', 'content-type', checksum]),
      });
      return {
        url,
        method: 'PUT',
        headers: { 'content-length': String(bytes), 'content-type': contentType, [checksum]: base64 },
        expiresAt: new Date(Date.parse(now) + expiresInS * 1000).toISOString(),
      };
    },
  };
}
