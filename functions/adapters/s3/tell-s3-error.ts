import { ArtifactError } from '../../../datasets/errors.ts';

const denied = new Set(['AccessDenied', 'AllAccessDisabled', 'KMS.DisabledException', 'InvalidAccessKeyId']);

/**
 * Says of an error of S3 which object it is about. What a second call may mend is thrown on under its own name.
 * @throws {ArtifactError} where access is denied or there is no such bucket: asking again changes nothing
 */
export async function tellS3Error<T>(verb: string, name: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const wrong = (is: string) => new ArtifactError(`Cannot ${verb} "${name}": ${is}`, { cause });
    if (denied.has(cause.name)) throw wrong(`access is denied (${cause.name})`);
    if (cause.name === 'NoSuchBucket') throw wrong('there is no such bucket');
    throw cause;
  }
}
