/** Raised where a baseline would answer otherwise. */
export const baselineVersions = {
  silent: '1',
  constant: '1',
  checklist: '1',
  'nearest-case': '1',
} as const;
