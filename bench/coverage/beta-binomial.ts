/**
 * Probabilities of 0 … items successes where the items of a case share a success rate drawn from a beta
 * distribution: a = p(1 − ρ)/ρ, b = (1 − p)(1 − ρ)/ρ.
 * @param rate p, the mean rate, in (0, 1).
 * @param correlation ρ, of any two items of the case, in [0, 1]: 0 is the binomial, at 1 all succeed or none.
 * @source Skellam, J. G. (1948), JRSS B 10, 257–261; written as the Pólya urn, which needs no gamma function.
 */
export function buildBetaBinomial(items: number, rate: number, correlation: number): number[] {
  if (items === 0) return [1];
  if (correlation === 1) return Array.from({ length: items + 1 }, (_, x) => allOrNothing(x, items, rate));
  const probabilities: number[] = [];
  for (let x = 0; x <= items; x++) {
    let probability = 1;
    // Drawn in one order, successes first; times the number of orders, factor by factor.
    for (let drawn = 0; drawn < items; drawn++) {
      const isSuccess = drawn < x;
      const alike = isSuccess ? drawn : drawn - x;
      const start = (isSuccess ? rate : 1 - rate) * (1 - correlation);
      probability *= (start + alike * correlation) / (1 - correlation + drawn * correlation);
      if (!isSuccess) probability *= (drawn + 1) / (alike + 1);
    }
    probabilities.push(probability);
  }
  return probabilities;
}

function allOrNothing(x: number, items: number, rate: number): number {
  if (x === items) return rate;
  return x === 0 ? 1 - rate : 0;
}
