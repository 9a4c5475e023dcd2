import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import type { Signature } from '../../../evals/signing/signature.ts';
import type { Verification } from '../../../evals/signing/verification.ts';
import { listFiles } from './list-files.ts';
import { hashFile, readJsonFile } from './read-signed-file.ts';

/** What came of the files that a signature covers. */
export type CheckedFiles = Pick<Verification, 'checked' | 'problems'>;
type Problem = Verification['problems'][number];

/** The folders and files at the top of a run's folder. */
const runEntries = new Set(
  Object.values(runKeys).map((key) => (typeof key === 'string' ? key : key('m', '')).split('/')[0]!),
);
const ofReport = runKeys.report('');

/**
 * Everything that a signature covers, and what lies among it: in a run's folder or in a report's.
 * @param signature one that holds: its paths are followed
 */
export async function checkFolder(folder: string, signature: Signature): Promise<CheckedFiles> {
  const run = await isRun(folder);
  const prefix = run ? ofReport : '';
  const copies = run ? [prefix + runKeys.result] : [];
  const files = [runKeys.result, ...copies, ...signature.report.map(({ file }) => prefix + file)];
  const problems: Problem[] = [];
  for (const file of files) problems.push(...(await checkFile(folder, file, signature)).problems);
  const own = new Set([...files, prefix + runKeys.signature]);
  for (const file of await listFiles(join(folder, prefix), true)) {
    if (!own.has(prefix + file)) problems.push(additional(prefix + file));
  }
  if (!run) return { checked: files, problems };
  problems.push(...(await checkCopy(folder, prefix + runKeys.signature, signature)));
  for (const entry of await listFiles(folder, false)) {
    if (!runEntries.has(entry)) problems.push(additional(entry));
  }
  return { checked: [...files, prefix + runKeys.signature], problems };
}

/** One file, by its path from the folder of its signature, be that the run's or the report's. */
export async function checkFile(folder: string, file: string, signature: Signature): Promise<CheckedFiles> {
  if (file === runKeys.result || file === ofReport + runKeys.result) {
    return { checked: [file], problems: await checkResult(folder, file, signature) };
  }
  const signed = signature.report.find((each) => each.file === file || ofReport + each.file === file);
  if (signed === undefined) {
    const because = 'no file of this name was signed';
    return { checked: [], problems: [{ file, problem: 'unsigned', because }] };
  }
  const is = await hashFile(join(folder, file));
  if ('sha256' in is && is.sha256 === signed.sha256) return { checked: [file], problems: [] };
  const because = 'wrong' in is ? is.wrong : 'its bytes are not those that were signed';
  return { checked: [file], problems: [differing(file, because)] };
}

async function checkResult(folder: string, file: string, { sha256 }: Signature): Promise<Problem[]> {
  const is = await readJsonFile(join(folder, file));
  if ('wrong' in is) return [differing(file, is.wrong)];
  return is.sha256 === sha256 ? [] : [differing(file, 'it does not say what was signed')];
}

/** The signature that is handed on with the report is the run's. */
async function checkCopy(folder: string, file: string, signature: Signature): Promise<Problem[]> {
  const is = await readJsonFile(join(folder, file));
  if ('wrong' in is) return [differing(file, is.wrong)];
  return is.sha256 === canonicalHash(signature)
    ? []
    : [differing(file, 'it is not the signature of this run')];
}

function differing(file: string, because: string): Problem {
  if (because === 'missing') return { file, problem: 'missing', because: 'it was signed and is not there' };
  return { file, problem: 'altered', because };
}

function additional(file: string): Problem {
  return { file, problem: 'additional', because: 'it is none of the files that were signed' };
}

async function isRun(folder: string): Promise<boolean> {
  const is = async (name: string) => await stat(join(folder, name)).catch(() => undefined);
  return (await is(runKeys.run)) !== undefined || (await is(ofReport))?.isDirectory() === true;
}
