import { describe, expect, it } from 'vitest';
import taxonomyData from '../../../datasets/taxonomy/byggesag.json' with { type: 'json' };
import { TaxonomySchema } from '../../../datasets/taxonomy/taxonomy.ts';
import { learnNearestCase } from '../../../evals/baselines/nearest-case.ts';
import { createSilent } from '../../../evals/baselines/silent.ts';
import { lawfulCases } from './checklist/lawful-cases.ts';
import { composeCase } from './compose-case.ts';
import { composeLabel } from './compose-label.ts';

const taxonomy = TaxonomySchema.parse(taxonomyData);
const options = { repeat: 0, requestId: 'ab'.repeat(32), signal: new AbortController().signal };
const practice = Object.entries(lawfulCases).map(([type, item]) => ({
  case: { ...item, caseId: `p-${type}` },
  label: composeLabel(`p-${type}`, [
    { code: type === 'tilbygning' ? 'modstrid_hoejde' : 'mangler_fuldmagt' },
    { code: 'elevator_mangler', role: 'advisory' },
  ]),
}));

describe('nearest-case', () => {
  it('answers with the required defects of the twin', async () => {
    const tilbygning = lawfulCases.tilbygning;
    if (tilbygning === undefined) throw new Error('no such case');
    const answer = await learnNearestCase(practice, taxonomy).screen(
      { ...tilbygning, caseId: 'ny' },
      options,
    );
    expect(answer.outcome).toBe('deficient');
    expect(answer.findings).toMatchObject([
      { findingId: 'f1', code: 'modstrid_hoejde', citations: ['br18/10/1/2'] },
    ]);
  });

  it('breaks ties by the case id, whatever the order', async () => {
    const twins = ['b', 'a'].map((caseId) => ({
      case: composeCase({ caseId }),
      label: composeLabel(caseId, [{ code: caseId === 'a' ? 'modstrid_areal' : 'modstrid_hoejde' }]),
    }));
    for (const order of [twins, twins.toReversed()]) {
      const answer = await learnNearestCase(order, taxonomy).screen(composeCase(), options);
      expect(answer.findings.map((finding) => finding.code)).toEqual(['modstrid_areal']);
    }
  });

  it("keeps a defect's own provisions, but not another case's local plan", async () => {
    const label = composeLabel('p', [
      { code: 'lokalplan_omfang', citationSets: [['planloven/18', 'lokalplan:9/7.1']] },
    ]);
    const answer = await learnNearestCase([{ case: composeCase({ caseId: 'p' }), label }], taxonomy).screen(
      composeCase(),
      options,
    );
    expect(answer.findings[0]?.citations).toEqual(['planloven/18']);
  });

  it('is silent without practice cases, as the silent model always is', async () => {
    expect(await learnNearestCase([], taxonomy).screen(composeCase(), options)).toEqual({
      outcome: 'complete',
      findings: [],
    });
    expect(await createSilent().screen(composeCase(), options)).toEqual({
      outcome: 'complete',
      findings: [],
    });
  });
});
