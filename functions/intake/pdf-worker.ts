import { parentPort } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import type { PdfLimits } from './pdf-limits.ts';

export interface PdfQuestion {
  bytes: Uint8Array;
  limits: PdfLimits;
}

/** The text of each page, or why there is none. */
export type PdfAnswer = { pages: string[] } | { is: string; expected: string };

parentPort?.on('message', (question: PdfQuestion) => {
  void read(question).then((answer) => parentPort?.postMessage(answer));
});

async function read({ bytes, limits }: PdfQuestion): Promise<PdfAnswer> {
  try {
    const document = await getDocumentProxy(bytes, {
      verbosity: 0,
      disableFontFace: true,
      stopAtErrors: false,
    });
    try {
      if (document.numPages > limits.pages)
        return { is: `${document.numPages} pages`, expected: `at most ${limits.pages}` };
      const pages: string[] = [];
      let length = 0;
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        const text = items
          .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
          .join('');
        length += text.length;
        if (length > limits.text)
          return { is: `more than ${limits.text} characters of text`, expected: 'fewer' };
        pages.push(text);
        page.cleanup();
      }
      return { pages };
    } finally {
      await document.loadingTask.destroy();
    }
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
