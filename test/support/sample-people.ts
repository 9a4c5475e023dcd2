import type { People } from '../../evals/agreement/people-result.ts';
import { bareFigure, figureOf } from './figures.ts';

function consensus(f1: number, low: number, high: number) {
  return {
    cases: 24,
    precision: figureOf(f1 + 0.03, low, high, 22, 61),
    recall: figureOf(f1 - 0.03, low, high, 23, 64),
    f1: figureOf(f1, low, high, 24, 78),
    citationHf1: figureOf(Math.max(0, f1 - 0.08), Math.max(0, low - 0.1), Math.max(0, high - 0.1), 24, 90),
    cleanFalseAlarmRate: bareFigure(0.25, 'tooFewCases', 4),
  };
}

/** Three caseworkers who agree fairly well, and the sample's models beside them; by hand. */
export const samplePeople: People = {
  annotationsHash: 'a'.repeat(64),
  annotations: 67,
  cases: 26,
  pairedCases: 24,
  alpha: figureOf(0.641, 0.522, 0.747, 24),
  alphaByCode: [
    { code: 'bebyggelsesprocent_overskredet', alpha: figureOf(0.812, 0.61, 0.95, 11), cases: 11 },
    { code: 'lokalplan_placering', alpha: figureOf(0.274, -0.08, 0.58, 9), cases: 9 },
    { code: 'mangler_situationsplan', alpha: bareFigure(1, 'noVariation', 8), cases: 8 },
    { code: 'modstrid_areal', alpha: figureOf(0.702, 0.44, 0.9, 13), cases: 13 },
  ],
  kappas: [
    { a: 'sagsbehandler-1', b: 'sagsbehandler-2', kappa: figureOf(0.71, 0.42, 0.93, 22), cases: 22 },
    { a: 'sagsbehandler-1', b: 'sagsbehandler-3', kappa: bareFigure(0.5, 'tooFewCases', 4), cases: 4 },
    { a: 'sagsbehandler-2', b: 'sagsbehandler-3', kappa: bareFigure(null, 'undefined', 5), cases: 5 },
  ],
  meanF1: figureOf(0.738, 0.655, 0.81, 24),
  human: consensus(0.741, 0.66, 0.808),
  annotators: [
    { annotatorId: 'sagsbehandler-1', ...consensus(0.762, 0.66, 0.845) },
    { annotatorId: 'sagsbehandler-2', ...consensus(0.748, 0.641, 0.832) },
    {
      annotatorId: 'sagsbehandler-3',
      ...consensus(0.7, 0.55, 0.82),
      f1: bareFigure(0.704, 'tooFewCases', 4, 14),
    },
  ],
  models: [
    { id: 'tavs', ...consensus(0.05, 0, 0.12), precision: bareFigure(null, 'undefined') },
    { id: 'fast-liste', ...consensus(0.31, 0.22, 0.41) },
    { id: 'nordlys-2', ...consensus(0.709, 0.61, 0.79) },
    { id: 'egen-prompt', ...consensus(0.655, 0.55, 0.75) },
    { id: 'fjord:1', ...consensus(0.214, 0.14, 0.31) },
  ],
};
