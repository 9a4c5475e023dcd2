interface TextItem {
  str?: string;
  hasEOL?: boolean;
}

/** The text of a page as `getTextContent` gives it, line by line. */
export function pageText(items: readonly object[]): string {
  return (items as readonly TextItem[])
    .map(({ str, hasEOL }) => (str ?? '') + (hasEOL === true ? '\n' : ''))
    .join('');
}
