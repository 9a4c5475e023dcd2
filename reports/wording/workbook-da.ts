/** The words of workbooks; in Danish. */
export const workbookDa = {
  workbook: {
    overview: 'Overblik',
    figures: 'Alle tal',
    findings: 'Fund',
    low: (name: string) => `${name}, nedre`,
    high: (name: string) => `${name}, øvre`,
    n: (name: string) => `${name}, n`,
    tooMany: 'Der er flere fund, end der er plads til her. De står alle i findings.csv.',
  },
};
