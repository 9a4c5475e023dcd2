import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PdfLimits } from '../../../datasets/pdf/pdf-limits.ts';
import { gateFile } from '../../../datasets/privacy/files/gate-file.ts';
import { PdfReader } from '../../../functions/pdf/pdf-reader.ts';
import { makePdf, makePdfBomb } from '../../support/make-pdf.ts';

async function readAll(files: readonly Uint8Array[], limits?: Partial<PdfLimits>) {
  const reader = new PdfReader(limits);
  try {
    const answers = [];
    for (const file of files) answers.push(await reader.read(file));
    return answers;
  } finally {
    await reader.close();
  }
}

describe('PdfReader', () => {
  it('reads the text page by page, line by line, one file after the other', async () => {
    const files = [
      await makePdf(['Afstand til skel 2,5 m\nÆndret den 14-09-2024', '']),
      await makePdf(['Kælder 12 m²']),
    ];
    expect(await readAll(files)).toEqual([
      { pages: ['Afstand til skel 2,5 m\nÆndret den 14-09-2024', ''] },
      { pages: ['Kælder 12 m²'] },
    ]);
  });

  it('goes on with the next file after one that could not be read', async () => {
    const [broken, good] = await readAll([Buffer.from('%PDF-1.4\nno pdf'), await makePdf(['x'])]);
    expect(broken).toEqual({
      is: 'a PDF that cannot be read (InvalidPDFException)',
      expected: 'a PDF that opens without an error',
    });
    expect(good).toEqual({ pages: ['x'] });
  });

  const table: [string, () => Promise<Uint8Array> | Uint8Array, Partial<PdfLimits>, object][] = [
    ['bytes', () => makePdf(['x']), { bytes: 100 }, { is: 'a PDF of 1 MiB', expected: 'at most 0 MiB' }],
    ['pages', () => makePdf(['x', 'y']), { pages: 1 }, { is: '2 pages', expected: 'at most 1' }],
    [
      'text',
      () => makePdf(['x'.repeat(50), 'y']),
      { text: 50 },
      { is: 'more than 50 characters of text', expected: 'fewer' },
    ],
    [
      'time',
      () => makePdfBomb(100_000_000),
      { timeMs: 200 },
      { is: 'a PDF that takes longer than 0.2 s to read', expected: 'one that takes less' },
    ],
    [
      'memory',
      () => makePdfBomb(300_000_000),
      { memoryBytes: 60 * 1024 * 1024 },
      { is: 'a PDF that takes more than 60 MiB to open', expected: 'one that takes less' },
    ],
  ];
  it.each(table)('bounds %s', async (_, make, limits, answer) => {
    expect(await readAll([await make()], limits)).toEqual([answer]);
  });
});

describe('the gate', { timeout: 240_000 }, () => {
  const unreadable = (field: string) => [expect.objectContaining({ kind: 'unreadable', field })];
  const gateWithin = async (bytes: Uint8Array, limits: Partial<PdfLimits>) => {
    const reader = new PdfReader(limits);
    try {
      const found = await gateFile(bytes, 'a.pdf', (pdf) => reader.readParts(Uint8Array.from(pdf)));
      return found.map(({ finding }) => finding);
    } finally {
      await reader.close();
    }
  };
  const memoryBytes = 60 * 1024 * 1024;

  it('names a PDF that unpacks to too much, alone and in an archive, and reads what stands beside it', async () => {
    const bomb = makePdfBomb(200_000_000);
    const why = 'a PDF that takes more than 60 MiB to open';
    expect(await gateWithin(bomb, { memoryBytes })).toEqual(unreadable(why));
    const zip = zipSync({ 'a.pdf': bomb, 'b.txt': Buffer.from('CPR 010190-1234') });
    expect(await gateWithin(zip, { memoryBytes })).toEqual([
      expect.objectContaining({ kind: 'cpr', field: 'b.txt' }),
      ...unreadable(`a.pdf: ${why}`),
    ]);
  });

  it('names a PDF that takes too long, though it is not packed', async () => {
    const hostile = Buffer.concat([await makePdf(['x']), Buffer.from('1 0 obj '.repeat(2_000_000))]);
    expect(await gateWithin(hostile, { timeMs: 1000 })).toEqual(
      unreadable('a PDF that takes longer than 1 s to read'),
    );
  });

  it('reads as without bounds what stays within them', async () => {
    const pdf = await makePdf(['CPR 010190-1234', '']);
    expect(await gateWithin(pdf, {})).toEqual((await gateFile(pdf, 'a.pdf')).map(({ finding }) => finding));
  });
});
