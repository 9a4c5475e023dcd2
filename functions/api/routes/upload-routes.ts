import { createHash } from 'node:crypto';
import { z } from 'zod';
import { createDesk } from '../desk.ts';
import { ApiProblem } from '../problem.ts';
import { defineRoute } from '../route.ts';
import { submissionOfUpload } from '../upload-keys.ts';
import { nothing } from './shapes.ts';

export const uploadRoutes = [
  defineRoute({
    method: 'PUT',
    path: '/v1/uploads/{token}',
    operationId: 'putUpload',
    tag: 'submissions',
    summary: 'Put the file of a submission, on one machine',
    description:
      'The address is the one that the submission was answered with, and holds what it may be used for. In the cloud it is an address of S3.',
    who: 'everyone',
    takes: 'file',
    params: z.strictObject({ token: z.string().max(4096) }),
    query: nothing,
    body: z.undefined(),
    answers: { 204: 'empty' },
    async handle({ context, params: { token }, readFile }) {
      const file = context.acceptUpload?.(token) ?? null;
      if (file === null) throw new ApiProblem('forbidden', 'The address is none of ours, or has expired.');
      const bytes = await readFile(file.bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (bytes.length !== file.bytes || sha256 !== file.sha256) {
        const is = `${bytes.length} bytes with SHA-256 ${sha256}`;
        const expected = `${file.bytes} bytes with SHA-256 ${file.sha256}, as the submission said`;
        throw new ApiProblem('invalid', 'This is another file than the one announced.', {
          faults: [{ is, expected }],
        });
      }
      const { registry, clock, blobs } = context;
      const system = createDesk(registry, clock, { role: 'operator', subject: 'upload' });
      const { state } = await system.read('submissions', submissionOfUpload(file.key));
      if (state !== 'awaiting-upload')
        throw new ApiProblem('conflict', `The submission is ${state}, expected awaiting-upload.`);
      await blobs.write(file.key, bytes);
      return { status: 204 };
    },
  }),
];
