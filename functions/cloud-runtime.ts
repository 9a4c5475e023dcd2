import { S3Client } from '@aws-sdk/client-s3';
import type { BlobStore } from '../evals/ports.ts';
import { createRoutedStore, routeEndings, routeParts, type StoreRoute } from './adapters/routed-store.ts';
import { createS3Store } from './adapters/s3/create-s3-store.ts';
import { storeWithin } from './adapters/store-within.ts';
import { type EnvName, env, resultParts, sealedEndings } from './cloud-names.ts';
import { maxAttempts, readEnv, runPlace } from './cloud-records.ts';

/**
 * All blobs of an installation, of which a function reaches those alone whose buckets it is given: keys and buckets as
 * `cloud-names.ts` has them. One client for all of a process.
 */
export function openBlobs(environment: NodeJS.ProcessEnv = process.env): BlobStore {
  const client = openS3(environment);
  const storeOf = (name: EnvName): BlobStore | null => {
    const bucket = environment[name];
    return bucket === undefined || bucket === '' ? null : createS3Store({ client, bucket });
  };
  const results = storeOf(env.resultsBucket);
  return createRoutedStore([
    routeResults(results),
    routeParts(['submissions/', 'check-ins/', 'publications/'], results),
    routeParts(['runs/'], storeOf(env.runsBucket)),
    routeParts(['uploads/'], storeOf(env.uploadsBucket)),
    routeEndings(sealedEndings, storeOf(env.labelsBucket), 'datasets/'),
    routeParts(['datasets/', 'clusters/'], storeOf(env.casesBucket)),
  ]);
}

/** Another server than AWS' own is found by its address, not by a name for each bucket. */
export function openS3(environment: NodeJS.ProcessEnv = process.env): S3Client {
  const own = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL;
  return new S3Client({ maxAttempts, forcePathStyle: own !== undefined });
}

const siteTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/atom+xml; charset=utf-8',
};

/** What everybody may read, with the types that browsers go by. */
export function openSite(environment: NodeJS.ProcessEnv = process.env): BlobStore {
  const bucket = readEnv(env.siteBucket, environment);
  const typeOf = (key: string) => siteTypes[key.slice(key.lastIndexOf('.') + 1)];
  return createS3Store({ client: openS3(environment), bucket, typeOf });
}

/** The folder of a run. */
export function openRunStore(runRecordId: string, blobs: BlobStore): BlobStore {
  return storeWithin(blobs, runPlace(runRecordId));
}

/** What scoring makes of a run lies with what only scoring may read. */
function routeResults(store: BlobStore | null): StoreRoute {
  const within = routeParts(resultParts, store);
  const run = /^runs\/[^/]+\//u;
  return {
    store,
    takes: (key) => run.test(key) && within.takes(key.replace(run, '')),
    reaches: (prefix) =>
      run.test(prefix)
        ? within.reaches(prefix.replace(run, ''))
        : 'runs/'.startsWith(prefix) || prefix.startsWith('runs/'),
  };
}
