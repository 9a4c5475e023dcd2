import { Readable } from 'node:stream';
import { GetObjectCommand, type GetObjectCommandOutput, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { ArtifactError } from '../../../datasets/errors.ts';
import { tellS3Error } from './tell-s3-error.ts';

export interface ObjectPlace {
  client: S3Client;
  bucket: string;
  key: string;
  /** What to call it in an error. */
  name: string;
}

/** So often is a stream gone on with that breaks off without having brought anything. */
const mostBreaks = 4;

/**
 * The bytes of an object; null where there is none. The SDK makes calls again, but not streams: one that breaks off is gone
 * on with from its last byte, as long as it is still the same object. So a text is whole, or its end is an error.
 */
export async function openObject(place: ObjectPlace): Promise<AsyncGenerator<Uint8Array> | null> {
  const first = await getObject(place, 0);
  return first === null ? null : readWhole(place, first);
}

async function* readWhole(place: ObjectPlace, first: GetObjectCommandOutput): AsyncGenerator<Uint8Array> {
  const { ContentLength: size, ETag: etag } = first;
  if (size === undefined || etag === undefined)
    throw new ArtifactError(`Cannot read "${place.name}": an answer without length or tag`);
  let [part, read, breaks] = [first, 0, 0];
  for (;;) {
    const before = read;
    try {
      for await (const chunk of bytesOf(part)) {
        read += chunk.length;
        yield chunk;
      }
      if (read === size) return;
    } catch (cause) {
      // All of it came: it is its checksum that is wrong.
      if (read >= size || (read === before && breaks >= mostBreaks)) throw cause;
    }
    breaks = read === before ? breaks + 1 : 0;
    if (breaks > mostBreaks || read > size) {
      throw new ArtifactError(`Cannot read "${place.name}": ${read} bytes came of ${size}`);
    }
    const next = await getObject(place, read, etag);
    if (next === null)
      throw new ArtifactError(`Cannot read "${place.name}": it was removed while it was read`);
    part = next;
  }
}

async function getObject(place: ObjectPlace, from: number, etag?: string) {
  const { client, bucket, key, name } = place;
  const rest = from === 0 ? {} : { Range: `bytes=${from}-` };
  const same = etag === undefined ? {} : { IfMatch: etag };
  const command = new GetObjectCommand({ Bucket: bucket, Key: key, ...rest, ...same });
  try {
    const answer = await tellS3Error('read', name, () => client.send(command));
    // Where it breaks off before anybody reads: whoever reads is told.
    bytesOf(answer).on('error', () => undefined);
    return answer;
  } catch (cause) {
    if (cause instanceof NoSuchKey) return null;
    if (cause instanceof Error && cause.name === 'PreconditionFailed')
      throw new ArtifactError(`Cannot read "${name}": it was written anew while it was read`, { cause });
    throw cause;
  }
}

function bytesOf({ Body: body }: GetObjectCommandOutput): Readable {
  if (body instanceof Readable) return body;
  throw new TypeError('An object without a stream: this is no Node');
}
