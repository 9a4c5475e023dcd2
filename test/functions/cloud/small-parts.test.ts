import { describe, expect, it } from 'vitest';
import { dealCalls } from '../../../functions/cloud/deal-calls.ts';
import { errorOfStop } from '../../../functions/cloud/run-stop.ts';
import { sayFailure } from '../../../functions/cloud/say-failure.ts';

describe('calls dealt to functions', () => {
  it('are never more than the suite says, and not much fewer', () => {
    for (let concurrency = 1; concurrency <= 512; concurrency += 1) {
      const { functions, callsInOne } = dealCalls({ called: true, concurrency });
      expect(callsInOne).toBeGreaterThanOrEqual(1);
      expect(functions * callsInOne).toBeLessThanOrEqual(concurrency);
      expect(functions * callsInOne).toBeGreaterThan(concurrency - functions);
    }
  });

  it('are 32 where the suite says nothing', () => {
    const { functions, callsInOne } = dealCalls({ called: true });
    expect(functions * callsInOne).toBe(32);
  });
});

describe('what is told of a failure', () => {
  const caught = (name: string, errorMessage: string) => ({
    Error: name,
    Cause: JSON.stringify({ errorType: name, errorMessage, trace: [] }),
  });

  it('is what is wrong with what was ordered, in full', () => {
    expect(sayFailure(caught('InputError', 'models[0].url: x, expected y'))).toBe(
      'models[0].url: x, expected y',
    );
  });

  it('is of our own failures only that there was one', () => {
    const ours = 'The run broke off by a fault of ours; redrive it to go on.';
    expect(sayFailure(caught('ArtifactError', 's3://secret/place'))).toBe(ours);
    expect(sayFailure(caught('TypeError', 'x is undefined'))).toBe(ours);
    expect(sayFailure({ Error: 'InputError', Cause: 'no JSON' })).toBe(ours);
    expect(sayFailure(undefined)).toBe(ours);
  });

  it('is of a limit what was spent, and how to go on', () => {
    expect(sayFailure(caught('SpendingLimitError', 'about 9.50 DKK are spent'))).toMatch(
      /^Stopped by maxCostDkk: about 9\.50 DKK are spent\. .*redrive the run with a higher maxCostDkk/u,
    );
  });

  it('is of an answer without a cost what can be followed', () => {
    const { name, message } = errorOfStop(
      { schema: 'maalestok.cloud-stop.v1', why: 'untold', model: 'm', maxCostDkk: 5, besideDkk: 0 },
      1,
    );
    const told = sayFailure(caught(name, message));
    expect(told).toMatch(/an answer of "m".*\n.*register it again with a price a call.* redrive the run/u);
    expect(told).not.toMatch(/new run|without a limit/u);
  });

  it('is of a model without an answer that it was the model', () => {
    expect(sayFailure(caught('ModelThrottledError', 'x'))).toMatch(/A model did not answer/u);
    // All that AWS tells of a distributed map whose items failed.
    expect(
      sayFailure({
        Error: 'States.ExceedToleratedFailureThreshold',
        Cause: 'The specified tolerated failure threshold was exceeded',
      }),
    ).toMatch(/A model could not be asked/u);
  });
});
