import { builtInTaxonomy } from '../../../datasets/taxonomy/built-in-taxonomy.ts';
import { createChecklist } from '../../../evals/baselines/checklist/checklist.ts';
import type { VendorRequest } from '../../../evals/screening/vendor-contract.ts';
import { BoundedMemory } from './bounded-memory.ts';
import type { Asked, Fault, Json } from './fault.ts';
import { type Reply, replyJson, replyProblem } from './reply.ts';

/** What the example server calls itself in every answer. */
export const mockModel = { id: 'maalestok-mock', version: '1' } as const;

/** Answers that are remembered at most. */
const remembered = 1000;

export interface Answerer {
  /** The reply to a question; the same key gets the same one. */
  answer(request: VendorRequest, text: string, faults: readonly Fault[]): Promise<Reply>;
  /** Questions that were answered anew, not from memory. */
  answered(): number;
}

/** Answers with the checklist baseline, and remembers what it answered to each key. */
export function createAnswerer(): Answerer {
  const checklist = createChecklist(builtInTaxonomy());
  const memory = new BoundedMemory<{ question: string; reply: Promise<Reply> }>(remembered);
  let call = 0;
  let inFlight = 0;

  const compute = async (request: VendorRequest, text: string, faults: readonly Fault[]): Promise<Reply> => {
    call += 1;
    const asked: Asked = { request, call, inFlight };
    for (const { refuses } of faults) {
      const refusal = refuses?.(asked, text);
      if (refusal !== undefined) return refusal;
    }
    const options = { repeat: request.repeat, signal: new AbortController().signal, requestId: '' };
    const { outcome, findings } = await checklist.screen(request.case, options);
    const answer: Json = {
      caseId: request.case.caseId,
      status: 'answered',
      ...(outcome === undefined ? {} : { outcome }),
      findings: [...findings],
      model: mockModel,
      usage: { inputTokens: 0, outputTokens: 0 },
    };
    return replyJson(
      200,
      faults.reduce((changed, fault) => fault.answer?.(changed, asked) ?? changed, answer),
    );
  };

  return {
    answered: () => call,
    async answer(request, text, faults) {
      const question = `${request.case.caseId} ${request.repeat}`;
      const known = memory.get(request.requestId);
      if (known !== undefined && !faults.some(({ forgets }) => forgets)) {
        if (known.question === question) return known.reply;
        return replyProblem(422, 'Key used before', 'requestId: used for another question', 'requestId');
      }
      inFlight += 1;
      const reply = compute(request, text, faults);
      memory.set(request.requestId, { question, reply });
      try {
        // A turn of the loop, so that questions that came together are in flight together.
        await new Promise((done) => setTimeout(done, 5));
        const { status } = await reply;
        // Only an answer is remembered: what failed may be asked again.
        if (status !== 200) memory.delete(request.requestId);
        return reply;
      } finally {
        inFlight -= 1;
      }
    },
  };
}
