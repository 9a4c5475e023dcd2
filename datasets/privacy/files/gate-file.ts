import { createHash } from 'node:crypto';
import { normaliseValue } from '../finding-id.ts';
import { type FoundValue, gateFileName, gateText } from '../gate-text.ts';
import { mask } from '../mask.ts';
import type { FilePart, PdfPort } from './part.ts';
import { readFileParts } from './read-file.ts';
import { readPdf } from './read-pdf.ts';

/** Metadata that names nobody: programs, and what pseudonymisation leaves. */
const programs =
  /^(?:|-|unknown|anonymous|anonym|un-?named|microsoft\b.{0,40}|adobe\b.{0,40}|libreoffice.{0,40}|maalestok.{0,40}|målestok.{0,40}|admin(?:istrator)?|user|bruger|author|forfatter)$/iu;

/**
 * What the gate finds in a file that is not JSON: texts with line and column, other files with the place inside.
 * @param openPdf how a PDF is read, which bounds its time and memory; without it nothing does
 */
export async function gateFile(
  bytes: Uint8Array,
  file: string,
  openPdf: PdfPort = readPdf,
): Promise<FoundValue[]> {
  const { parts, unreadable } = await readFileParts(bytes, openPdf);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = new Set<string>();
  const found = parts.flatMap((part) => {
    const own = gatePart(part, file, sha256).filter(({ value }) => part.again !== true || !known.has(value));
    for (const { value } of own) known.add(value);
    return own;
  });
  return [...found, ...unreadable.map((why) => unreadableFinding(file, why, sha256))];
}

function gatePart(
  { field, text, label, personal, fileName }: FilePart,
  file: string,
  sha256: string,
): FoundValue[] {
  if (personal === true && !programs.test(text.trim())) return [metadataFinding(file, field, text, sha256)];
  if (fileName === true) {
    return gateFileName(text, file).map((own) => ({ ...own, finding: { ...own.finding, field } }));
  }
  const place =
    field === '' ? { file, line: 1 } : { file, field, line: /^page \d+$/u.test(field) ? 1 : undefined };
  // A program's name behind `author` would be read as a person's.
  return gateText(text, { ...place, label: personal === true ? undefined : label });
}

/** Bound to the file's bytes, so that a name cannot be guessed from it. */
function metadataFinding(file: string, field: string, text: string, sha256: string): FoundValue {
  const value = normaliseValue(text);
  const finding = createHash('sha256')
    .update(`metadata\n${sha256}\n${field}\n${value}`)
    .digest('hex')
    .slice(0, 16);
  return {
    finding: { file, field, kind: 'metadata', confidence: 0.8, excerpt: mask(text), finding },
    value: `metadata ${value}`,
  };
}

/** Bound to the file's bytes: another picture is another finding. */
export function unreadableFinding(file: string, why: string, sha256: string): FoundValue {
  const finding = createHash('sha256').update(`unreadable\n${why}\n${sha256}`).digest('hex').slice(0, 16);
  return {
    finding: { file, field: why, kind: 'unreadable', confidence: 1, excerpt: why, finding },
    value: `unreadable ${sha256} ${why}`,
  };
}
