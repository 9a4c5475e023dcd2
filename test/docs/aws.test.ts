import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimateUsage } from '../../infra/costs/estimate-usage.ts';
import { priceList } from '../../infra/costs/price-list.ts';
import { costByService, renderCosts, renderPrices } from '../../infra/costs/render-costs.ts';
import { scenarios } from '../../infra/costs/scenario.ts';
import { resourcesOf, templates } from '../infra/support/templates.ts';
import { compareSection, docsPath } from './compare-file.ts';
import { renderReach } from './render-reach.ts';

describe('who may reach what on AWS', () => {
  it('is on the page as the functions’ plans say it', () =>
    compareSection(docsPath('aws.md'), 'reach', renderReach()));
});

describe('the operations guide', () => {
  const guide = readFileSync(docsPath('operations.md'), 'utf8');
  const all = templates();

  it('says of every alarm what to do, and of no other', () => {
    const alarms = resourcesOf(all, 'AWS::CloudWatch::Alarm').map(
      ({ resource }) => resource.Properties?.AlarmName,
    );
    const said = [...guide.matchAll(/^\| `([a-z-]+)` \|/gmu)].map(([, name]) => `maalestok-${name}`);
    expect(said.sort()).toEqual(alarms.map(String).sort());
  });

  it('names buckets, table, functions and outputs as they are deployed', () => {
    const text = JSON.stringify(all);
    const named = [...guide.matchAll(/maalestok-(?:[a-z]+(?:-[a-z]+)*)/gu)].map(([name]) => name);
    expect(named.length).toBeGreaterThan(8);
    const unknown = named.filter((name) => !text.includes(name) && !Object.keys(all).includes(name));
    expect(unknown).toEqual([]);
    for (const output of ['UserPool', 'UserPoolClient'])
      expect(all['maalestok-api']?.Outputs).toHaveProperty(output);
  });
});

describe('what an installation on AWS costs', () => {
  it('is on the page as the script prints it', async () => {
    await compareSection(docsPath('aws.md'), 'costs', renderCosts());
    await compareSection(docsPath('aws.md'), 'prices', renderPrices());
  });

  it('uses every price, and every price names its page and what was found', () => {
    const used = new Set(scenarios.flatMap((scenario) => Object.keys(estimateUsage(scenario))));
    expect(priceList.prices.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
    for (const { found, of } of priceList.prices) if (found === 'price-list') expect(of).not.toBeNull();
  });

  it('refuses what has no price', () => {
    expect(() => costByService({ 'nat-gateway-hour': 720 })).toThrow('nat-gateway-hour');
  });

  it('is near zero while idle: keys, alarms, the dashboard and secrets are nearly all of it', () => {
    const idle = costByService(estimateUsage(scenarios[0]!));
    const fixed = 3 * 1 + 12 * 0.1 + 3 + 3 * 0.4;
    const all = [...idle.values()].reduce((sum, usd) => sum + usd, 0);
    expect(all - fixed).toBeLessThan(0.25);
  });
});
