import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { excerpt, InputError } from '../../datasets/errors.ts';
import { readMapping } from '../../datasets/intake/read-mapping.ts';
import type { Clock } from '../../evals/ports.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { takeIn } from '../intake/take-in.ts';
import { renderIntake } from './render-intake.ts';

export interface IntakeOptions {
  mapping: string;
  out: string;
  files?: string;
  json?: boolean;
}

const mappingLimitBytes = 1024 * 1024;

/**
 * `maalestok intake FILE|FOLDER`: what a municipality has becomes a data set folder. Exit 1 where a row was rejected and
 * the rest went in.
 * @throws {InputError} where no row at all could be taken in; nothing is made or changed then
 */
export async function intake(
  input: string,
  options: IntakeOptions,
  clock: Pick<Clock, 'now'> = createSystemClock(),
): Promise<void> {
  const { mapping: mappingFile } = options;
  const mapping = readMapping(await readText(mappingFile), mappingFile);
  const out = readOut(options.out);
  const today = danishDay(clock.now());
  const report = await takeIn({ input, mapping, mappingFile, out, files: options.files, today });
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderIntake(report, { out, mappingFile }),
  );
  if (report.rejected < report.rows) {
    if (report.rejected > 0) process.exitCode = 1;
    return;
  }
  throw new InputError({
    file: input,
    is: `${report.rejected} rows, every one rejected`,
    expected: 'at least one row that can be taken in',
    mend: `The reasons stand in the first column of ${report.rejectedFile}.`,
  });
}

/** The day in Denmark, wherever the machine stands: ISO date. */
function danishDay(now: string): string {
  // The Swedish way of writing a date is ISO's.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date(now));
}

/** The folder is replaced by one written beside it, so there must be a beside. */
function readOut(text: string): string {
  const out = text.replace(/[/\\]+$/u, '');
  if (out !== '' && !/^(?:\.{1,2}|[A-Za-z]:)$/u.test(basename(out))) return out;
  throw new InputError({
    field: '--out',
    is: text === '' ? 'nothing' : `"${excerpt(text)}"`,
    expected: 'the name of a folder, like my-cases',
  });
}

async function readText(file: string): Promise<string> {
  const there = await stat(file).catch(() => null);
  if (there?.isFile() !== true)
    throw new InputError({
      file,
      is: there === null ? 'no such file' : there.isDirectory() ? 'a folder' : 'no ordinary file',
      expected: 'a mapping (YAML)',
      mend: 'See docs/examples/intake/ for one.',
    });
  const bytes = await readFile(file);
  if (bytes.length > mappingLimitBytes)
    throw new InputError({ file, is: `${bytes.length} bytes`, expected: 'a mapping of at most 1 MiB' });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(
      { file, is: `bytes that are no UTF-8 (${excerpt(String(cause), 40)})`, expected: 'a mapping in UTF-8' },
      { cause },
    );
  }
}
