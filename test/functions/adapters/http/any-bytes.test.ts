import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEndpoint } from '../../../support/ask-endpoint.ts';
import { type FaultyServer, startFaultyServer } from '../../../support/faulty/faulty-server.ts';
import { times } from '../../../support/faulty/replies.ts';
import { httpModel } from '../../../support/http-model.ts';

const good = Buffer.from(
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 28\r\n\r\n{"caseId":"c1","findings":[]}',
);

/** An answer with some bytes changed, left out or put in; or no answer at all. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((any) => Buffer.from(any)),
  fc
    .array(fc.record({ at: fc.nat(good.length), cut: fc.nat(3), put: fc.uint8Array({ maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) =>
      changes.reduce(
        (all, { at, cut, put }) => Buffer.concat([all.subarray(0, at), put, all.subarray(at + cut)]),
        good,
      ),
    ),
);

describe('an endpoint that sends any bytes', () => {
  let server: FaultyServer;
  beforeAll(async () => {
    server = await startFaultyServer();
  });
  afterAll(() => server.close());

  it('leads to a screening, and the next question is answered', async () => {
    const model = await httpModel(`${server.origin}/screen`);
    await fc.assert(
      fc.asyncProperty(bytes, async (sent) => {
        server.queue(...times(3, ({ socket }) => socket.end(sent)));
        const { screening } = await askEndpoint(model);
        expect(['answered', 'abstained', 'invalid', 'failed']).toContain(screening.status);
        server.queue();
        expect((await askEndpoint(model)).screening.status).toBe('answered');
      }),
      { numRuns: 300 },
    );
    await model.close();
    await server.untilIdle();
  });
});
