import { expect, it } from 'vitest';
import { spawnStubServer } from '../../bench/run/spawn-stub-server.ts';
import { createStubAnswers } from '../../bench/run/stub-answer.ts';
import { VendorAnswerSchema } from '../../evals/screening/vendor-contract.ts';

it('answers by the vendor contract, always in as many bytes, whatever the case is called', () => {
  for (const bytes of [600, 1500, 40_000]) {
    const answerOf = createStubAnswers(bytes);
    for (const caseId of ['a', 'sag-æøå-1', 'x'.repeat(128), 'b']) {
      const body = answerOf(caseId);
      expect(body.length).toBe(bytes);
      expect(VendorAnswerSchema.parse(JSON.parse(body.toString('utf8')))).toMatchObject({
        caseId,
        status: 'answered',
      });
    }
  }
});

it('is no smaller than an answer can be', () => {
  expect(JSON.parse(createStubAnswers(1)('c').toString('utf8'))).toMatchObject({ caseId: 'c' });
});

it('serves them from a process of its own, which ends with the benchmark', async () => {
  const server = await spawnStubServer({ delayMs: 5, answerBytes: 900 });
  const ask = (caseId: string) =>
    fetch(server.url, { method: 'POST', body: JSON.stringify({ repeat: 0, case: { caseId } }) }).then(
      (answer) => answer.text(),
    );
  const answers = await Promise.all(['c1', 'c2', 'c3'].map(ask));
  expect(answers.map((text) => [Buffer.byteLength(text), JSON.parse(text).caseId])).toEqual([
    [900, 'c1'],
    [900, 'c2'],
    [900, 'c3'],
  ]);
  expect(await server.stop()).toEqual({ served: 3, cpuSeconds: expect.any(Number) });
  await expect(ask('c4')).rejects.toThrow();
});
