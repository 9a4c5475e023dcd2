import type { Fault } from './fault.ts';
import { answer, body } from './replies.ts';

const finding = { findingId: 'f1', text: 'Mangler' };
const depth = 100_000;

/** JSON that is no answer to the question. */
export const answerFaults: Fault[] = [
  { name: 'sends a list', replies: [body(() => '[]')], status: 'invalid', kind: 'not-json' },
  { name: 'sends null', replies: [body(() => 'null')], status: 'invalid', kind: 'not-json' },
  {
    name: 'sends an answer of another shape',
    replies: [body(() => '{"result":{"errors":[]}}')],
    status: 'invalid',
    kind: 'schema',
    says: /^caseId: nothing, expected "c1"$/u,
  },
  { name: 'sends no findings', replies: [answer({ findings: undefined })], ...schema(/^findings: nothing/u) },
  {
    name: 'sends one finding alone',
    replies: [answer({ findings: finding })],
    ...schema(/^findings: an object/u),
  },
  {
    name: 'sends a finding of another shape',
    replies: [answer({ findings: ['Mangler'] })],
    ...schema(/^findings\.0: /u),
  },
  {
    name: 'gives two findings one id',
    replies: [answer({ findings: [finding, finding] })],
    ...schema(/^findings: "f1" is there twice/u),
  },
  {
    name: 'answers another case',
    replies: [answer({ caseId: 'c2' })],
    status: 'invalid',
    kind: 'wrong-case',
    says: /^caseId: "c2", expected "c1"$/u,
  },
  {
    name: 'answers as another version',
    replies: [answer({ model: { version: '2' } })],
    status: 'invalid',
    kind: 'wrong-version',
    says: /^model\.version: "2", expected "1"$/u,
  },
  {
    name: 'answers as the version asked',
    replies: [answer({ model: { version: '1' } })],
    status: 'answered',
  },
  {
    name: 'claims that its call failed',
    replies: [answer({ status: 'failed' })],
    ...schema(/^status: "failed"/u),
  },
  {
    name: 'claims a time-out of its own',
    replies: [answer({ status: 'timedOut', error: { kind: 'timeout', message: 'x' } })],
    ...schema(/^status: "timedOut"/u),
  },
  { name: 'declines', replies: [answer({ status: 'abstained' })], status: 'abstained' },
  {
    name: 'is NaN sure',
    replies: [body((id) => `{"caseId":"${id}","findings":[{"findingId":"f1","text":"","confidence":NaN}]}`)],
    ...schema(/^findings\.0\.confidence/u),
  },
  {
    name: 'is more sure than a number can be',
    replies: [
      body((id) => `{"caseId":"${id}","findings":[{"findingId":"f1","text":"","confidence":1e999}]}`),
    ],
    ...schema(/^findings\.0\.confidence/u),
  },
  {
    name: 'nests lists 100,000 deep',
    replies: [body((id) => `{"caseId":"${id}","findings":${'['.repeat(depth)}${']'.repeat(depth)}}`)],
    status: 'invalid',
    kind: 'too-deep',
  },
  {
    name: 'nests objects 100,000 deep and forgets to end them',
    replies: [body((id) => `{"caseId":"${id}","findings":[${'{"a":'.repeat(depth)}`)],
    status: 'invalid',
    kind: 'not-json',
  },
  {
    name: 'finds 10,000 things',
    replies: [
      answer({ findings: Array.from({ length: 10_000 }, (_, at) => ({ findingId: `f${at}`, text: 'x' })) }),
    ],
    ...schema(/^findings: /u),
  },
  {
    name: 'cuts characters in half',
    replies: [
      body((id) => `{"caseId":"${id}","findings":[{"findingId":"f1","text":"\\ud800","\\udfff":1}]}`),
    ],
    status: 'answered',
  },
  {
    name: 'meddles with prototypes',
    replies: [
      body(
        (id) =>
          `{"caseId":"${id}","__proto__":{"status":"abstained"},"findings":[{"findingId":"f1","text":"","__proto__":{"confidence":2}}],"constructor":{"prototype":{"x":1}}}`,
      ),
    ],
    status: 'answered',
  },
  {
    name: 'says more than the contract knows',
    replies: [answer({ explanation: { steps: [1] }, findings: [{ ...finding, colour: 'red' }] })],
    status: 'answered',
  },
  {
    name: 'uses −1 tokens',
    replies: [answer({ usage: { inputTokens: -1, outputTokens: 'many' } })],
    status: 'answered',
  },
  {
    name: 'writes almost JSON, in a fence',
    replies: [body((id) => `Her er svaret:\n\`\`\`json\n{"caseId": "${id}", "findings": [],}\n\`\`\`\n`)],
    status: 'answered',
    repaired: true,
  },
  {
    name: 'ends in the middle of its JSON',
    replies: [body((id) => `{"caseId":"${id}","findings":[{"findingId":"f1","text":"Mang`)],
    status: 'invalid',
    kind: 'not-json',
  },
  {
    name: 'claims that nothing had to be repaired',
    replies: [body((id) => `{"caseId":"${id}","repaired":false,"findings":[],}`)],
    status: 'answered',
    repaired: true,
  },
];

function schema(says: RegExp) {
  return { status: 'invalid', kind: 'schema', says } as const;
}
