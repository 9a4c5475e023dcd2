/** Metres as on a situation plan: `2,50`. */
export function metres(value: number): string {
  return fixed(value, 2);
}

/** Square metres: `38,4`. */
export function squareMetres(value: number): string {
  return fixed(value, 1);
}

/** Millimetres without a unit, as in the chains of plans and sections: `12400`. */
export function millimetres(valueM: number): string {
  return String(Math.round(valueM * 1000));
}

/** A level in metres DVR90: `18,45`. */
export function level(valueM: number): string {
  return fixed(valueM, 2);
}

/** Rounded half up as people do, not as the binary value of 2.675 happens to lie. */
function fixed(value: number, decimals: number): string {
  const factor = 10 ** decimals;
  const sign = value < 0 ? -1 : 1;
  const rounded = (sign * Math.round(Math.abs(value) * factor + 1e-6)) / factor;
  return (rounded === 0 ? 0 : rounded).toFixed(decimals).replace('.', ',');
}
