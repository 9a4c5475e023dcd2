/** Spreadsheets run what begins so, also behind blanks and marks that are not seen; the full-width signs too. */
export const formulaStart =
  /^[\s\u00AD\u200B-\u200D\u2060\uFEFF\uFFFD]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]/u;
