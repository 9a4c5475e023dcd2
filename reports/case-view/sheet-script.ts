/**
 * Where a case's page is served by `maalestok view`, loads what draws the pages of its files. Opened as a plain file it does
 * nothing, and the captions say where to look.
 */
export const sheetScript = `if (location.protocol.startsWith('http')) {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = '/maalestok/sheets.mjs';
  document.head.append(script);
}
`;
