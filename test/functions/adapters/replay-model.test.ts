import { createMemoryStore } from '../../../functions/adapters/memory-store.ts';
import { createReplayModel } from '../../../functions/adapters/replay-model.ts';
import { type Behaviour, describeModel } from '../../contract/model.ts';
import { toLines } from '../../support/small-dataset.ts';

const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);

/** What the file holds of each case. */
function answerOf(behaviour: Behaviour): object {
  if (behaviour.kind === 'answers') return { status: 'answered', findings: behaviour.findings };
  if (behaviour.kind === 'abstains') return { status: 'abstained', findings: [] };
  return { status: 'invalid', findings: [], error: { kind: 'schema', message: 'no screening' } };
}

describeModel('replay', {
  // A file is never busy, and never fails.
  without: ['throttles', 'fails', 'refuses', 'hangs'],
  async create(behaviour) {
    const store = createMemoryStore();
    const model = { id: 'replayed', version: '1' };
    const lines = ids.map((caseId) => ({ model, caseId, ...answerOf(behaviour) }));
    await store.write('answers.jsonl', toLines(lines));
    const replayed = await createReplayModel({ store, key: 'answers.jsonl', knownCaseIds: new Set(ids) });
    let asked = 0;
    return {
      model: {
        ...replayed,
        screen(caseShown, options) {
          asked += 1;
          return replayed.screen(caseShown, options);
        },
      },
      dispose: async () => undefined,
      asked: () => asked,
    };
  },
});
