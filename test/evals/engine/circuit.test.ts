import { describe, expect, it } from 'vitest';
import { type Admission, Circuit } from '../../../evals/engine/circuit.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const giveUpAfterMs = 600_000;

/** A circuit after so many failures in a row, all of which had been admitted before the first. */
async function failing(times: number) {
  const clock = createVirtualClock();
  const circuit = new Circuit(clock, giveUpAfterMs);
  for (let time = 0; time < times; time += 1) expect(await circuit.enter()).toBe('go');
  for (let time = 0; time < times; time += 1) circuit.failed('go');
  return { clock, circuit };
}

/** Admissions as they come, with the second at which they did. */
function enterAll(circuit: Circuit, clock: { elapsedMs(): number }, times: number) {
  const admitted: [Admission, number][] = [];
  const all = Array.from({ length: times }, async () => {
    admitted.push([await circuit.enter(), clock.elapsedMs() / 1000]);
  });
  return { admitted, all: Promise.all(all) };
}

describe('Circuit', () => {
  it('stays closed under 20 failures in a row, and begins to count again after an answer', async () => {
    const { circuit } = await failing(19);
    circuit.answered('go');
    for (let time = 0; time < 19; time += 1) circuit.failed('go');
    expect(await circuit.enter()).toBe('go');
  });

  it('tells when it opens, once for each time that the service goes down', () => {
    let opened = 0;
    const circuit = new Circuit(createVirtualClock(), giveUpAfterMs, () => {
      opened += 1;
    });
    const told: number[] = [];
    for (let time = 0; time < 19; time += 1) circuit.failed('go');
    told.push(opened);
    circuit.failed('go');
    circuit.failed('go');
    circuit.failed('probe');
    told.push(opened);
    circuit.answered('probe');
    for (let time = 0; time < 20; time += 1) circuit.failed('go');
    told.push(opened);
    expect(told).toEqual([0, 1, 2]);
  });

  it('goes on from where another process left the service, and gives it up for what it sees itself', async () => {
    const left = (failures: number) => {
      const clock = createVirtualClock();
      return { clock, circuit: new Circuit(clock, giveUpAfterMs, undefined, failures) };
    };
    const { circuit: nearly } = left(19);
    expect(await nearly.enter()).toBe('go');
    nearly.failed('go');
    expect([nearly.failures, nearly.ended]).toEqual([20, false]);

    const { circuit: down } = left(20);
    expect(await down.enter()).toBe('probe');
    down.answered('probe');
    expect([await down.enter(), down.failures]).toEqual(['go', 0]);

    const { circuit: shaky } = left(20);
    expect(await shaky.enter()).toBe('probe');
    shaky.failed('probe');
    expect(shaky.ended).toBe(false);

    const { clock, circuit: gone } = left(20);
    expect(await gone.enter()).toBe('probe');
    await clock.run(giveUpAfterMs);
    gone.failed('probe');
    expect([await gone.enter(), gone.ended]).toEqual(['ended', true]);
  });

  it('opens at the twentieth: after a second one probe goes, and all others wait for what it says', async () => {
    const { clock, circuit } = await failing(20);
    const { admitted, all } = enterAll(circuit, clock, 5);
    await clock.run(500);
    expect(admitted).toEqual([]);
    await clock.run(10_000);
    expect(admitted).toEqual([['probe', 1]]);
    circuit.answered('probe');
    await all;
    expect(admitted.slice(1)).toEqual(Array(4).fill(['go', 10]));
  });

  it('waits twice as long after each failed probe, at most a minute, and ends when it was down too long', async () => {
    const { clock, circuit } = await failing(20);
    const probes: number[] = [];
    for (;;) {
      const entered = circuit.enter();
      await clock.run();
      if ((await entered) === 'ended') break;
      probes.push(clock.elapsedMs() / 1000);
      circuit.failed('probe');
    }
    expect(probes.slice(0, 8)).toEqual([1, 3, 7, 15, 31, 63, 123, 183]);
    expect(probes.at(-1)).toBeGreaterThanOrEqual(600);
    expect(probes.at(-1)).toBeLessThan(700);
    expect(circuit.ended).toBe(true);
    expect(await circuit.enter()).toBe('ended');
  });

  it('lets nobody wait for ever when it ends', async () => {
    const clock = createVirtualClock();
    const circuit = new Circuit(clock, 0);
    for (let time = 0; time < 20; time += 1) circuit.failed('go');
    const { admitted, all } = enterAll(circuit, clock, 3);
    await clock.run(1000);
    expect(admitted).toEqual([['probe', 1]]);
    circuit.failed('probe');
    await clock.run();
    await all;
    expect(admitted.slice(1).map(([admission]) => admission)).toEqual(['ended', 'ended']);
  });

  it('holds everyone back for as long as the service asks, the longest wait counting', async () => {
    const clock = createVirtualClock();
    const circuit = new Circuit(clock, giveUpAfterMs);
    circuit.pause(5000);
    circuit.pause(2000);
    const { admitted, all } = enterAll(circuit, clock, 2);
    await clock.run();
    await all;
    expect(admitted).toEqual([
      ['go', 5],
      ['go', 5],
    ]);
  });
});
