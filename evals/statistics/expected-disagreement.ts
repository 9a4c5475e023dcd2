/** How many families of this kind there are, and how often each distinct value is in one. */
export interface ValueCounts {
  families: number;
  counts: readonly (readonly [value: number, count: number])[];
}

/**
 * The sum over all ordered pairs of values of their distance, as a function of how often each type of
 * family is in the sample: a quadratic form in those weights. It is exact where there are at most
 * `maxExact` distinct values or types; beyond, it is linearised at the data, where it is exact.
 * @param values how many distinct values there are.
 * @param distance of two values by their indexes; symmetric, 0 for equal ones.
 */
export function createExpectedDisagreement(
  values: number,
  distance: (c: number, k: number) => number,
  types: readonly ValueCounts[],
  maxExact: number,
): (weights: Float64Array) => number {
  if (Math.min(values, types.length) > maxExact) return linearise(values, distance, types);
  if (types.length <= values) {
    const form = createQuadraticForm(types.length, (s, t) => crossDistance(types[s]!, types[t]!, distance));
    return form;
  }
  const form = createQuadraticForm(values, distance);
  const drawn = new Float64Array(values);
  return (weights) => {
    drawn.fill(0);
    for (const [at, { counts }] of types.entries()) {
      for (const [value, count] of counts) drawn[value]! += weights[at]! * count;
    }
    return form(drawn);
  };
}

/** x ↦ x'Mx for a symmetric M. What is 0 in x costs nothing. */
function createQuadraticForm(size: number, entry: (row: number, column: number) => number) {
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    // Each pair below the diagonal stands for both of its orders.
    for (let column = 0; column < row; column += 1) matrix[row * size + column] = 2 * entry(row, column);
    matrix[row * size + row] = entry(row, row);
  }
  const present = new Uint32Array(size);
  const weight = new Float64Array(size);
  return (x: Float64Array): number => {
    let known = 0;
    let total = 0;
    for (let row = 0; row < size; row += 1) {
      if (x[row] === 0) continue;
      present[known] = row;
      weight[known] = x[row]!;
      known += 1;
      const start = row * size;
      let inner = 0;
      for (let at = 0; at < known; at += 1) inner += weight[at]! * matrix[start + present[at]!]!;
      total += x[row]! * inner;
    }
    return total;
  };
}

function crossDistance(a: ValueCounts, b: ValueCounts, distance: (c: number, k: number) => number): number {
  let total = 0;
  for (const [c, countOfC] of a.counts) {
    for (const [k, countOfK] of b.counts) if (c !== k) total += countOfC * countOfK * distance(c, k);
  }
  return total;
}

/** w'Mw ≈ 2w'Mc − c'Mc around the counts c of the data. */
function linearise(
  values: number,
  distance: (c: number, k: number) => number,
  types: readonly ValueCounts[],
): (weights: Float64Array) => number {
  const inData = new Float64Array(values);
  for (const { families, counts } of types) {
    for (const [value, count] of counts) inData[value]! += families * count;
  }
  const toAll = new Float64Array(values);
  for (let c = 0; c < values; c += 1) {
    for (let k = 0; k < c; k += 1) {
      const between = distance(c, k);
      toAll[c]! += inData[k]! * between;
      toAll[k]! += inData[c]! * between;
    }
  }
  const slopes = types.map(({ counts }) =>
    counts.reduce((sum, [value, count]) => sum + count * toAll[value]!, 0),
  );
  const atData = types.reduce((sum, { families }, at) => sum + families * slopes[at]!, 0);
  return (weights) => 2 * slopes.reduce((sum, slope, at) => sum + weights[at]! * slope, 0) - atData;
}
