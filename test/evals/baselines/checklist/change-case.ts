import type { Case } from '../../../../datasets/case.ts';
import { composeCase, document, papers } from '../compose-case.ts';
import { lawfulCases } from './lawful-cases.ts';

/** A lawful case with some fields otherwise. */
export function withFields(type: string, fields: Record<string, unknown>, others: Partial<Case> = {}): Case {
  const base = lawfulCases[type] as Case;
  const merged = Object.entries({ ...base.fields, ...fields }).filter(([, value]) => value !== undefined);
  return { ...base, ...others, fields: Object.fromEntries(merged) as Case['fields'] };
}

export function withDrawings(...pages: string[]): Case {
  return composeCase({
    documents: [
      papers.form,
      papers.description,
      document('dok-3', 'tegningssaet', 'Tegningssæt', ...pages),
      papers.selfBuild,
    ],
  });
}

export const plan = { plan: '211', text: '' };
