import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { z } from 'zod';
import type { ApiServer, Reply } from './api-server.ts';

const SubmissionSchema = z.looseObject({ id: z.string(), state: z.string() });
const CreatedSchema = z.looseObject({
  submission: SubmissionSchema,
  upload: z.object({ url: z.string(), method: z.string(), headers: z.record(z.string(), z.string()) }),
});

export const idOf = ({ body }: Reply): string => z.looseObject({ id: z.string() }).parse(body).id;

export function announce(
  api: Pick<ApiServer, 'ask' | 'as'>,
  vendor: string,
  file: string,
  submission: object,
  key?: string,
) {
  const body = {
    ...submission,
    bytes: Buffer.byteLength(file),
    sha256: createHash('sha256').update(file).digest('hex'),
  };
  return api.as(vendor, 'POST', '/v1/submissions', key === undefined ? { body } : { body, key });
}

/** Announces a file and puts it in place. @returns the submission's id */
export async function upload(
  api: Pick<ApiServer, 'ask' | 'as'>,
  vendor: string,
  file: string,
  submission: object,
): Promise<string> {
  const reply = await announce(api, vendor, file, submission);
  expect(reply.status, reply.text).toBe(201);
  const created = CreatedSchema.parse(reply.body);
  const { url, method, headers } = created.upload;
  const put = await api.ask(method, url, { body: file, headers });
  expect([200, 204], put.text).toContain(put.status);
  return created.submission.id;
}

/** Uploads, has it scored, and waits. @returns the submission as it ended */
export async function submit(
  api: Pick<ApiServer, 'ask' | 'as'>,
  vendor: string,
  file: string,
  submission: object,
) {
  const id = await upload(api, vendor, file, submission);
  const asked = await api.as(vendor, 'POST', `/v1/submissions/${id}/score`);
  expect(asked.status, asked.text).toBe(202);
  return settled(api, vendor, `/v1/submissions/${id}`, ['scored', 'rejected', 'failed']);
}

/** Asks for a record until its state is one of these. */
export async function settled(
  api: Pick<ApiServer, 'ask' | 'as'>,
  group: string,
  path: string,
  states: readonly string[],
) {
  for (;;) {
    const { body } = await api.as(group, 'GET', path);
    const record = SubmissionSchema.parse(body);
    if (states.includes(record.state)) return record;
    await setTimeout(50);
  }
}

export { CreatedSchema };
