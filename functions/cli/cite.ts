import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { excerpt, InputError } from '../../datasets/errors.ts';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import type { Citation } from '../../datasets/rules/citation.ts';
import { formatCitationId } from '../../datasets/rules/citation-id.ts';
import { displayCitation } from '../../datasets/rules/display-citation.ts';
import { parseCitations } from '../../datasets/rules/parse-citation.ts';
import { uniqueCitations } from '../../datasets/rules/unique-citations.ts';

export interface CiteOptions {
  text?: string;
  /** A file of lines `{"id","text"}`. */
  jsonl?: string;
  /** JSON instead of a line a citation; lines of JSON where a file is read. */
  json?: boolean;
  out: NodeJS.WritableStream;
}

const LineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** A citation as `cite` prints it: absent levels are left out. */
interface CitationLine extends Citation {
  id: string;
  display: string;
}

/**
 * Prints the citations of a text, each once, in order of appearance: `id<TAB>display` a line, or JSON.
 *
 * @throws InputError where neither or both of text and file are given, or a line of the file is wrong.
 */
export async function cite(options: CiteOptions): Promise<void> {
  const { text, jsonl, json, out } = options;
  if ((text === undefined) === (jsonl === undefined)) {
    const is =
      text === undefined ? 'neither a text nor --jsonl is given' : 'a text and --jsonl are both given';
    throw new InputError({ is, expected: 'one of them', mend: 'maalestok cite "BR18 § 49, stk. 2"' });
  }
  if (jsonl !== undefined) return citeLines(jsonl, out);
  const citations = citationLines(text!);
  if (json) return print(out, `${JSON.stringify({ citations }, null, 2)}\n`);
  await print(out, citations.map(({ id, display }) => `${id}\t${display}\n`).join(''));
}

async function citeLines(file: string, out: NodeJS.WritableStream): Promise<void> {
  let line = 0;
  for await (const raw of readLines(file)) {
    line += 1;
    if (raw.trim() === '') continue;
    const { id, text } = readLine(raw, file, line);
    await print(out, `${JSON.stringify({ id, citations: citationLines(text) })}\n`);
  }
}

function citationLines(text: string): CitationLine[] {
  const catalogue = builtInCatalogue();
  return uniqueCitations(parseCitations(text, catalogue)).map((citation) => {
    const { law, chapter, paragraph, stk, nr, litra } = citation;
    const levels = Object.entries({ chapter, paragraph, stk, nr, litra }).filter(
      ([, level]) => level !== undefined,
    );
    const id = formatCitationId(citation);
    return { id, law, ...Object.fromEntries(levels), display: displayCitation(citation, catalogue) };
  });
}

function readLine(raw: string, file: string, line: number): z.infer<typeof LineSchema> {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (cause) {
    const is = `no JSON: ${excerpt(raw)}`;
    throw new InputError(
      { file, line, is, expected: '{"id": …, "text": …}', mend: 'Write one JSON object a line.' },
      { cause },
    );
  }
  const parsed = LineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? '');
  const is =
    field === '' ? 'no object' : `${field} is ${describe((value as Record<string, unknown>)[field])}`;
  const expected =
    field === 'id' ? 'a string or number' : field === 'text' ? 'a string' : '{"id": …, "text": …}';
  throw new InputError({
    file,
    line,
    ...(field === '' ? {} : { field }),
    is,
    expected,
    mend: 'Each line needs an id and a text.',
  });
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

/** The lines of a UTF-8 file, without holding all of it. */
async function* readLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 1;
  try {
    for await (const chunk of createReadStream(file)) {
      const pieces = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = pieces.pop()!;
      for (const piece of pieces) {
        yield piece;
        line += 1;
      }
    }
    rest += decoder.decode();
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    if (cause instanceof TypeError) {
      const mend = 'Save the file as UTF-8.';
      throw new InputError(
        { file, line, is: 'bytes that are not UTF-8', expected: 'UTF-8 text', mend },
        { cause },
      );
    }
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    const is = known[code] ?? `the file cannot be read (${code})`;
    throw new InputError({ file, is, expected: 'a file of JSON lines' }, { cause });
  }
  if (rest !== '') yield rest;
}

const known: Record<string, string> = { ENOENT: 'no such file', ENOTDIR: 'no such file', EISDIR: 'a folder' };

async function print(out: NodeJS.WritableStream, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}
