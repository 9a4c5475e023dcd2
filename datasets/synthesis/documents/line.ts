import type { Topic } from '../project.ts';

/** A line of a document and what it is about. */
export interface Line {
  topic: Topic;
  /** A drawing is about several things at once. */
  also?: readonly Topic[];
  text: string;
}

/** A document as it will stand in the case, before it has an id. */
export interface Written {
  type: string;
  title: string;
  date: string;
  revision?: string;
  scale?: string;
  pages: Line[][];
}

/** Lines in pages of about so many signs; a line is never cut. */
export function paginate(lines: readonly Line[], signs = 1500): Line[][] {
  const pages: Line[][] = [[]];
  let length = 0;
  for (const line of lines) {
    if (length > 0 && length + line.text.length > signs) {
      pages.push([]);
      length = 0;
    }
    pages.at(-1)!.push(line);
    length += line.text.length;
  }
  return pages;
}
