import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { ObjectPlace } from './open-object.ts';
import { tellS3Error } from './tell-s3-error.ts';

/** Parts but the last have at least 5 MiB, and there are at most 10,000: up to 78 GiB. */
const partBytes = 8 * 1024 * 1024;

export interface NewObject extends ObjectPlace {
  /** `Content-Type`. */
  type?: string | undefined;
}

/** Writes an object whole, or leaves the old one. Of a stream at most one part is held in memory. */
export async function writeObject(
  place: NewObject,
  body: string | Uint8Array | AsyncIterable<string>,
): Promise<void> {
  const { client, bucket, key, name, type } = place;
  const put = async (bytes: Uint8Array) => {
    const command = new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: type });
    await tellS3Error('write', name, () => client.send(command));
  };
  if (typeof body === 'string') return put(Buffer.from(body));
  if (body instanceof Uint8Array) return put(body);
  const parts = cutParts(body);
  const first = await parts.next();
  const second = first.done === true ? first : await parts.next();
  // A stream that fits one part needs no more than one call.
  if (second.done === true) return put(first.done === true ? new Uint8Array() : first.value);
  await upload(place, joined([first.value!, second.value], parts));
}

async function upload(place: NewObject, parts: AsyncIterable<Uint8Array>): Promise<void> {
  const { client, bucket: Bucket, key: Key, name, type: ContentType } = place;
  const tell = <T>(send: () => Promise<T>) => tellS3Error('write', name, send);
  const { UploadId } = await tell(() =>
    client.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType })),
  );
  const same = { Bucket, Key, UploadId };
  try {
    const done: CompletedPart[] = [];
    for await (const part of parts) {
      const PartNumber = done.length + 1;
      const { ETag } = await tell(() =>
        client.send(new UploadPartCommand({ ...same, PartNumber, Body: part })),
      );
      done.push({ PartNumber, ETag });
    }
    const command = new CompleteMultipartUploadCommand({ ...same, MultipartUpload: { Parts: done } });
    await tell(() => client.send(command));
  } catch (error) {
    // What is left of an upload costs, and the bucket's rule clears it away where this fails, too.
    await client.send(new AbortMultipartUploadCommand(same)).catch(() => undefined);
    throw error;
  }
}

/** Each part but the last has `partBytes` or a little more; none is empty. */
async function* cutParts(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  let size = 0;
  for await (const text of texts) {
    const bytes = Buffer.from(text);
    pending.push(bytes);
    size += bytes.length;
    if (size < partBytes) continue;
    yield Buffer.concat(pending);
    pending = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(pending);
}

async function* joined(
  first: readonly Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first;
  yield* rest;
}
