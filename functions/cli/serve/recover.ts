import { createDesk } from '../../api/desk.ts';
import { type EndContext, failSubmission } from '../../api/end-scoring.ts';
import type { Kind, ResourceOf } from '../../api/resources.ts';

/** Ends what was under way when the server stopped: every run and submission ends in some state. Runs can be gone on with. */
export async function recover(context: EndContext): Promise<number> {
  const { registry, clock } = context;
  const desk = createDesk(registry, clock, { role: 'operator', subject: 'recovery' });
  let ended = 0;
  for await (const { id, state } of all('runs')) {
    if (state !== 'queued' && state !== 'running') continue;
    const failure = 'The server stopped meanwhile; redrive the run to go on with it.';
    await desk.change('runs', id, (run) => ({ ...run, state: 'failed', failure }));
    ended += 1;
  }
  for await (const submission of all('submissions')) {
    if (submission.state !== 'scoring') continue;
    await failSubmission(context, submission);
    ended += 1;
  }
  return ended;

  async function* all<K extends Kind>(kind: K): AsyncGenerator<ResourceOf[K]> {
    for (let after: string | undefined; ; ) {
      const { items, next } = await desk.list(kind, { after, limit: 200 });
      yield* items;
      if (next === null) return;
      after = next;
    }
  }
}
