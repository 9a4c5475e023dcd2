/**
 * Cohen's kappa: agreement of two observers beyond chance, (p_o − p_e)/(1 − p_e), unweighted.
 * @param table table[i][j] cases (or weights) that the first put in class i and the second in class j.
 * @returns at most 1; 0 is chance. Null where it is 0/0: no case, or both always name the same one class.
 * @throws RangeError where the table is not square or holds a negative number.
 * @source Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological
 *   Measurement 20, 37–46.
 */
export function computeCohenKappa(table: readonly (readonly number[])[]): number | null {
  const size = table.length;
  if (table.some((row) => row.length !== size || row.some((count) => !(count >= 0)))) {
    throw new RangeError('Cannot compute kappa: expected a square table of counts of 0 or more');
  }
  const columns = new Array<number>(size).fill(0);
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  for (const row of table) for (const [column, count] of row.entries()) columns[column]! += count;
  const n = rows.reduce((sum, count) => sum + count, 0);
  const agreed = table.reduce((sum, row, index) => sum + row[index]!, 0);
  const chance = rows.reduce((sum, count, index) => sum + count * columns[index]!, 0);
  // (p_o − p_e)/(1 − p_e) with both sides times n²: whole numbers, so 0 and 1 are exact.
  const beyondChance = n * n - chance;
  return beyondChance > 0 ? (n * agreed - chance) / beyondChance : null;
}
