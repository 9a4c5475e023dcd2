import { getDocumentProxy } from 'unpdf';
import { pageText } from '../../datasets/pdf/page-text.ts';
import type { PdfLimits } from '../../datasets/pdf/pdf-limits.ts';
import type { PdfAnswer, PdfPages } from './pdf-answer.ts';

/** The text of each page. @throws where it is no PDF, or is locked */
export async function readPageTexts(bytes: Uint8Array, limits: PdfLimits): Promise<PdfAnswer<PdfPages>> {
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
      const text = pageText((await page.getTextContent()).items);
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
}
