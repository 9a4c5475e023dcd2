import type { FigureSource } from './figure-source.ts';
import type { ModelResult } from './model-result.ts';

/** By group, case type, municipality, document type and severity. */
export function buildSliceFigures(figures: FigureSource): ModelResult['slices'] {
  const { tally } = figures.gathered;
  const slice = (kind: string) =>
    tally.idsUnder(kind).map((id) => {
      const [truePositives, falsePositives, falseNegatives] = figures.confusion(`${kind}:${id}`);
      return { id, truePositives, falsePositives, falseNegatives, ...figures.rates(`${kind}:${id}`) };
    });
  return {
    group: slice('group'),
    caseType: slice('caseType'),
    municipality: slice('municipality'),
    documentType: tally.idsUnder('documentType').map((id) => ({
      id,
      precision: figures.ratio(`documentType:${id}.precision`),
      recall: figures.ratio(`documentType:${id}.recall`),
    })),
    severity: tally
      .idsUnder('severity')
      .map((id) => ({ id, recall: figures.ratio(`severity:${id}.recall`) })),
  };
}
