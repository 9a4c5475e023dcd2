import { parentPort } from 'node:worker_threads';
import { readPdf } from '../../datasets/privacy/files/read-pdf.ts';
import type { PdfAnswer, PdfQuestion } from './pdf-answer.ts';
import { readPageTexts } from './read-page-texts.ts';

/** What the libraries write about a file stays unseen: it may quote it. */
const silent = () => undefined;
Object.assign(console, { log: silent, info: silent, warn: silent, error: silent });

parentPort?.on('message', (question: PdfQuestion) => {
  void answer(question).then((answered) => parentPort?.postMessage(answered));
});

async function answer({ want, bytes, limits }: PdfQuestion): Promise<PdfAnswer> {
  try {
    return want === 'pages' ? await readPageTexts(bytes, limits) : await readPdf(bytes, limits);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException')
      return { is: 'a PDF protected by a password', expected: 'one that can be opened' };
    return {
      is: `a PDF that cannot be read (${name.slice(0, 40)})`,
      expected: 'a PDF that opens without an error',
    };
  }
}
