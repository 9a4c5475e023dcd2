import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { bundleBytes, presentHandlers, startBytes } from '../../infra/bundling/bundle-handlers.ts';
import { writeHandler } from '../../infra/bundling/write-handler.ts';
import { type Init, measureInit } from './measure-init.ts';

/** Brings a browser along, and is measured apart. */
const apart: readonly HandlerName[] = ['print'];
const times = 9;

interface Row extends Init {
  name: HandlerName;
  /** All files, those too that are loaded later. */
  bundleKb: number;
  /** Those that are loaded at once. */
  startKb: number;
}

const folder = mkdtempSync(join(tmpdir(), 'maalestok-bench-lambda-'));
try {
  // The first ones find nothing in the system's caches.
  measureInit(undefined, 3);
  const empty = measureInit(undefined, times);
  const rows = presentHandlers().map((name): Row => {
    const file = writeHandler(name, join(folder, name));
    measureInit(file, 1);
    return {
      name,
      bundleKb: bundleBytes(name) / 1000,
      startKb: startBytes(name) / 1000,
      ...measureInit(file, times),
    };
  });
  print('function', 'bundle, KB', 'at once, KB', 'init, ms', 'process, ms');
  for (const row of rows) printRow(apart.includes(row.name) ? `${row.name} (apart)` : row.name, row);
  process.stdout.write(
    `\nEach: the median of ${times} clean processes of Node ${process.versions.node} here; a process that loads nothing takes ${Math.round(empty.processMs)} ms.\n`,
  );
  const counted = rows.filter(({ name }) => !apart.includes(name));
  const largest = (values: number[]) => Math.max(0, ...values);
  const summary = {
    maxBundleKb: Math.round(largest(counted.map(({ bundleKb }) => bundleKb))),
    maxInitMs: Math.round(largest(counted.map(({ initMs }) => initMs))),
  };
  process.stdout.write(`${JSON.stringify(summary)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(name: string, ...cells: string[]): void {
  process.stdout.write(`${name.padEnd(22)}${cells.map((cell) => cell.padStart(12)).join('')}\n`);
}

function printRow(name: string, { bundleKb, startKb, initMs, processMs }: Row): void {
  print(name, ...[bundleKb, startKb, initMs, processMs].map((value) => String(Math.round(value))));
}
