/** Pieces that, repeated, make the patterns of the gate try as much as they can. */
export const hostileText: Readonly<Record<string, string>> = {
  digits: '1',
  spacedDigits: '1 ',
  capitals: 'Aa ',
  initials: 'A. ',
  mail: 'a@a.',
  cadastral: '1a og ',
  streets: 'Aa Aavej ',
  accounts: 'DK12 1234 ',
  hyphens: 'A-',
};
