/** The zones that the Planning Act divides the country into, as `zone` of a case names them. @source planloven § 34 */
export const zones = [
  { id: 'byzone', nameDa: 'Byzone', nameEn: 'Urban zone' },
  { id: 'landzone', nameDa: 'Landzone', nameEn: 'Rural zone' },
  { id: 'sommerhusomraade', nameDa: 'Sommerhusområde', nameEn: 'Summer house area' },
] as const;
