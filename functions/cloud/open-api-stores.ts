import type { BlobStore, Clock, UploadDesk } from '../../evals/ports.ts';
import { createS3Links } from '../adapters/uploads/create-s3-links.ts';
import { createS3UploadDesk } from '../adapters/uploads/create-s3-upload-desk.ts';
import { env } from '../cloud-names.ts';
import { readEnv } from '../cloud-records.ts';
import { openBlobs, openS3, openSite } from '../cloud-runtime.ts';

const uploadExpiresInS = 900;
const linkExpiresInS = 300;

/** All that the API touches in S3. */
export interface ApiStores {
  blobs: BlobStore;
  site: BlobStore;
  uploads: UploadDesk;
  linkTo: (key: string) => Promise<string>;
}

export function openApiStores(clock: Clock): ApiStores {
  const client = openS3();
  const [uploads, cases] = [readEnv(env.uploadsBucket), readEnv(env.casesBucket)];
  return {
    blobs: openBlobs(),
    site: openSite(),
    uploads: createS3UploadDesk({ client, bucket: uploads, clock, expiresInS: uploadExpiresInS }),
    linkTo: createS3Links({ client, bucket: cases, clock, expiresInS: linkExpiresInS }),
  };
}
