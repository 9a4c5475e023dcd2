import type { Case } from '../../../../datasets/case.ts';
import { lawfulLargeCases } from './lawful-large-cases.ts';
import { lawfulSmallCases } from './lawful-small-cases.ts';

/** One lawful and complete application of most case types, in the tone that such papers have. */
export const lawfulCases: Record<string, Case> = { ...lawfulSmallCases, ...lawfulLargeCases };
