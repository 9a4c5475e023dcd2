import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import type { FileHash, Signature } from '../../../evals/signing/signature.ts';
import type { Verification } from '../../../evals/signing/verification.ts';
import { checkInFiles } from '../../../reports/check-in/check-in-files.ts';
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
  const results = run ? [runKeys.result, ofReport + runKeys.result] : [runKeys.result];
  const signed = signature.report.map(({ file, sha256 }) => ({ file: prefix + file, sha256 }));
  const own = new Set([...results, ...signed.map(({ file }) => file), prefix + runKeys.signature]);
  const problems: Problem[] = [];
  for (const file of results) problems.push(...(await checkResult(folder, file, signature)));
  for (const each of signed) problems.push(...(await checkBytes(folder, each)));
  for (const file of await listFiles(join(folder, prefix), true)) {
    if (!own.has(prefix + file)) problems.push(additional(prefix + file));
  }
  if (run) problems.push(...(await checkCopy(folder, signature)), ...(await findForeign(folder)));
  else own.delete(runKeys.signature);
  return { checked: [...own], problems };
}

/** A month's check-in: its record and its report. Its runs are signed each by itself. */
export async function checkCheckIn(folder: string, signature: Signature): Promise<CheckedFiles> {
  const { record } = checkInFiles;
  const problems = await checkResult(folder, record, signature);
  for (const each of signature.report) problems.push(...(await checkBytes(folder, each)));
  const own = [record, ...signature.report.map(({ file }) => file)];
  const beside = [checkInFiles.signature, checkInFiles.tables, checkInFiles.work, 'runs', runKeys.lock];
  const known = new Set([...own, ...beside]);
  const tables = await listFiles(join(folder, checkInFiles.tables), true);
  const found = [
    ...(await listFiles(folder, false)),
    ...tables.map((file) => `${checkInFiles.tables}/${file}`),
  ];
  for (const file of found) {
    if (!known.has(file)) problems.push(additional(file));
  }
  return { checked: own, problems };
}

/** One file, by its path from the folder of its signature, be that the run's or the report's. */
export async function checkFile(folder: string, file: string, signature: Signature): Promise<CheckedFiles> {
  if ([runKeys.result, ofReport + runKeys.result, checkInFiles.record].includes(file)) {
    return { checked: [file], problems: await checkResult(folder, file, signature) };
  }
  const signed = signature.report.find((each) => each.file === file || ofReport + each.file === file);
  if (signed !== undefined) {
    return { checked: [file], problems: await checkBytes(folder, { file, sha256: signed.sha256 }) };
  }
  const because = 'no file of this name was signed';
  return { checked: [], problems: [{ file, problem: 'unsigned', because }] };
}

async function checkBytes(folder: string, { file, sha256 }: FileHash): Promise<Problem[]> {
  const is = await hashFile(join(folder, file));
  if ('wrong' in is) return [differing(file, is.wrong)];
  return is.sha256 === sha256 ? [] : [differing(file, 'its bytes are not those that were signed')];
}

async function checkResult(folder: string, file: string, { sha256 }: Signature): Promise<Problem[]> {
  const is = await readJsonFile(join(folder, file));
  if ('wrong' in is) return [differing(file, is.wrong)];
  return is.sha256 === sha256 ? [] : [differing(file, 'it does not say what was signed')];
}

/** The signature that is handed on with the report is the run's. */
async function checkCopy(folder: string, signature: Signature): Promise<Problem[]> {
  const file = ofReport + runKeys.signature;
  const is = await readJsonFile(join(folder, file));
  if ('wrong' in is) return [differing(file, is.wrong)];
  return is.sha256 === canonicalHash(signature)
    ? []
    : [differing(file, 'it is not the signature of this run')];
}

/** What no run leaves at the top of its folder. */
async function findForeign(folder: string): Promise<Problem[]> {
  return (await listFiles(folder, false)).filter((entry) => !runEntries.has(entry)).map(additional);
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
