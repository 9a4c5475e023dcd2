import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  tick(label: string): void;
  stop(): void;
}

/** A bar with rate and time left on a terminal, a plain line at every tenth otherwise. Goes to stderr. */
export function createProgress(total: number): Progress {
  return process.stderr.isTTY ? createBar(total) : createLines(total);
}

function createBar(total: number): Progress {
  const format = '{bar} {percentage} % | {value}/{total} | {rate}/s | {eta_formatted} left | {label}';
  const started = performance.now();
  let done = 0;
  const bar = new SingleBar({ format, stream: process.stderr, etaBuffer: 100 }, Presets.shades_classic);
  bar.start(total, 0, { rate: '–', label: '' });
  return {
    tick(label) {
      done += 1;
      const rate = Math.round(done / Math.max(0.001, (performance.now() - started) / 1000));
      bar.update(done, { rate, label });
    },
    stop: () => bar.stop(),
  };
}

function createLines(total: number): Progress {
  const started = performance.now();
  let done = 0;
  let told = 0;
  return {
    tick() {
      done += 1;
      const tenth = Math.floor((done / total) * 10);
      if (tenth === told) return;
      told = tenth;
      const seconds = (performance.now() - started) / 1000;
      process.stderr.write(`${done}/${total} answers (${tenth * 10} %), ${seconds.toFixed(1)} s\n`);
    },
    stop: () => undefined,
  };
}
