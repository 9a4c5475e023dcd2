import { describe, expect, it } from 'vitest';
import { synthesisedDefinition } from '../support/synthesised-definition.ts';
import { type Trace, traceDefinition } from '../support/trace-definition.ts';

const definition = synthesisedDefinition();
/** The longest record id there is: a municipality's name of 40 characters, and 20 hex digits. */
const run = `m-${'a'.repeat(40)}.${'0'.repeat(20)}`;
/** As many as a run may have, and the constant list, which is added. */
const mostModels = 51;

/** A run of so many questions to each model, in shards of so many; at most 5 digits of shards. */
function trace(
  models: number,
  questions: number,
  options: Partial<Parameters<typeof traceDefinition>[1]> = {},
): Trace {
  const kinds = ['builtIn', 'vendor', 'inHouse'];
  const planned = Array.from({ length: models }, (_, at) => ({
    at,
    kind: kinds[at % 3],
    id: 'm'.repeat(128),
    maxConcurrency: 128,
    items: `runs/${run}/work/items-${at}.json`,
  }));
  const shards = Array.from({ length: Math.ceil(questions / 50) }, (_, at) => ({
    shard: String(at).padStart(5, '0'),
  }));
  return traceDefinition(definition, {
    input: { run },
    answer: (state, payload) => {
      if (state === 'Plan') return { run, models: planned };
      if (state.startsWith('Settle')) return { run, state: (payload as { state: string }).state };
      return payload;
    },
    items: () => shards,
    ...options,
  });
}

const largest = ({ bytes }: Trace) => Math.max(...bytes.values());

describe('an evaluation of 10,000 cases × 5 repeats by as many models as a run may have', () => {
  const whole = trace(mostModels, 50_000);

  it('goes through all steps to its end', () => {
    const steps = [...new Set(whole.entered)];
    expect(steps.slice(0, 3)).toEqual(['Plan', 'Ask', 'ByKind']);
    expect(steps).toContain('AskVendorShard');
    expect(steps.slice(steps.indexOf('Collect'))).toEqual([
      'Collect',
      'Score',
      'Report',
      'Print',
      'Sign',
      'Publish',
      'SettleDone',
      'NotifySns',
      'NotifyEvent',
      'HowItEnded',
      'Done',
    ]);
  });

  it('keeps every payload under 100 KB', () => {
    expect(largest(whole)).toBeLessThan(100_000);
    expect(largest(whole)).toBeGreaterThan(1000);
  });

  it('keeps the history under 1,000 events, with every retry used', () => {
    expect(whole.events).toBeLessThan(1000);
    expect(whole.childEvents).toBeLessThan(1000);
  });

  it('grows with the models alone, not with cases or repeats', () => {
    expect(trace(3, 50_000).events).toBe(trace(3, 50).events);
    expect(largest(trace(3, 50_000))).toBe(largest(trace(3, 50)));
    expect(trace(4, 50).events).toBeGreaterThan(trace(3, 50).events);
  });
});

describe('an evaluation of which a step fails', () => {
  it.each(['Plan', 'AskVendorShard', 'Collect', 'Score', 'Report', 'Sign'])(
    'is recorded and told when %s does, with payloads under 100 KB',
    (failing) => {
      const failed = trace(3, 100, { fails: (state) => (state === failing ? 'InputError' : undefined) });
      expect(failed.entered.slice(-5)).toEqual([
        'SettleFailed',
        'NotifySns',
        'NotifyEvent',
        'HowItEnded',
        'NotDone',
      ]);
      expect(largest(failed)).toBeLessThan(100_000);
    },
  );

  it('ends the same when nobody can be told', () => {
    const untold = trace(3, 100, {
      fails: (state) => (state.startsWith('Notify') ? 'States.TaskFailed' : undefined),
    });
    expect(untold.entered.slice(-4)).toEqual(['NotifySns', 'NotifyEvent', 'HowItEnded', 'Done']);
  });

  it('is stopped by a plan that names a kind which is unknown', () => {
    const models = [{ at: 0, kind: 'other', id: 'm', maxConcurrency: 1, items: 'runs/x/work/items-0.json' }];
    const odd = trace(1, 100, {
      answer: (state) => (state === 'Plan' ? { run, models } : { run, state: 'failed' }),
    });
    expect(odd.entered).toEqual([
      'Plan',
      'Ask',
      'ByKind',
      'UnknownKind',
      'SettleFailed',
      'NotifySns',
      'NotifyEvent',
      'HowItEnded',
      'NotDone',
    ]);
  });
});
