/** A point of a precision-recall curve; recall never falls from one to the next. */
export interface CurvePoint {
  precision: number;
  recall: number;
}

const columns = 50;

/**
 * At most 200 points that draw the same curve: all of them where there are no more; else in each fiftieth
 * of recall the first, the last, the lowest and the highest, so that no dip and no peak is lost.
 * @source Jugel et al. (2014), M4: a visualization-oriented time series data aggregation, PVLDB 7, 797-808
 */
export function thinCurve<Point extends CurvePoint>(points: readonly Point[]): Point[] {
  if (points.length <= 4 * columns) return [...points];
  const byColumn = Map.groupBy(points.keys(), (at) =>
    Math.min(columns - 1, Math.floor(points[at]!.recall * columns)),
  );
  const kept = [...byColumn.values()].flatMap((places) => {
    const byPrecision = places.toSorted((a, b) => points[a]!.precision - points[b]!.precision || a - b);
    return [places[0]!, places.at(-1)!, byPrecision[0]!, byPrecision.at(-1)!];
  });
  return [...new Set(kept)].toSorted((a, b) => a - b).map((at) => points[at]!);
}
