import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exitCodeOf } from '../../functions/cli/exit.ts';
import { intake } from '../../functions/cli/intake.ts';
import type { IntakeReport } from '../../functions/intake/intake-report.ts';
import { captureOutput } from './capture-output.ts';

/** A mapping of few columns. `more` is YAML that is added, or takes the place of a part by its first line. */
export function smallMapping(more: Record<string, string> = {}): string {
  const parts: Record<string, string> = {
    schema: 'schema: maalestok.mapping.v1',
    dataset: 'dataset: { id: nordby, titleDa: Syntetisk prøve, titleEn: Synthetic try, origin: made up }',
    source: 'source: {}',
    case: [
      'case:',
      '  caseId: Sagsnr',
      '  caseType: { column: Type, map: { Carport: sekundaer_over_50, Tilbygning: tilbygning } }',
      '  municipality: { value: Nordby }',
      '  applicationDate: Dato',
      '  zone: { value: byzone }',
      '  fields:',
      '    grundareal_m2: Areal',
    ].join('\n'),
    documents:
      'documents:\n  - { documentId: a, type: { value: ansoegning }, title: { value: Ansøgning }, text: Tekst }',
    ...more,
  };
  return `${Object.values(parts).join('\n')}\n`;
}

export const header = 'Sagsnr;Type;Dato;Areal;Tekst';
export const goodRow = '24/1;Carport;14-09-2024;812,5;En carport på 55 m².';

/** Lines of a CSV as Excel ends them. */
export function csv(...lines: string[]): string {
  return lines.map((line) => `${line}\r\n`).join('');
}

export interface IntakeTry {
  report: IntakeReport | undefined;
  /** The error's message, the temporary folder left out. */
  error: string | undefined;
  out: string;
  made: boolean;
  /** What the process would end with: 1 where rows were rejected and others went in. */
  code: number;
}

export interface TryOptions {
  /** Which of the files is taken in; `.` is the folder. */
  input: string;
  files: Record<string, string | Uint8Array>;
  mapping?: string;
  /** The flag, from the folder that holds `ind`. */
  filesFrom?: string;
  /** What the clock says; absent: later than all dates of these tests. */
  now?: string;
}

/** Takes files in that lie in a folder, into `ud` beside them. */
export async function tryIntake(
  folder: string,
  { input, files, mapping = smallMapping(), filesFrom, now = '2100-01-01T00:00:00.000Z' }: TryOptions,
): Promise<IntakeTry> {
  await mkdir(join(folder, 'ind'), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'ind', name)), { recursive: true });
    await writeFile(join(folder, 'ind', name), content);
  }
  await writeFile(join(folder, 'mapping.yaml'), mapping);
  const out = join(folder, 'ud');
  const options = {
    mapping: join(folder, 'mapping.yaml'),
    out,
    json: true,
    ...(filesFrom === undefined ? {} : { files: join(folder, filesFrom) }),
  };
  const { stdout, error } = await captureOutput(() =>
    intake(join(folder, 'ind', input), options, { now: () => now }),
  );
  const code = error === undefined ? Number(process.exitCode ?? 0) : exitCodeOf(error);
  process.exitCode = undefined;
  if (error !== undefined && !(error instanceof Error && error.name === 'InputError')) throw error;
  return {
    report: stdout === '' ? undefined : (JSON.parse(stdout) as IntakeReport),
    error: error === undefined ? undefined : error.message.replaceAll(`${folder}/`, ''),
    out,
    made: existsSync(out),
    code,
  };
}
