import { estimateUsage, type Usage } from './estimate-usage.ts';
import { type Price, priceList } from './price-list.ts';
import { scenarios } from './scenario.ts';

const found: Readonly<Record<Price['found'], string>> = {
  'price-list': 'AWS Price List API, through public notes',
  'provider-copy': 'a stored copy of the provider’s page',
  'other-region': 'told for another region',
  'third-party': 'told by others',
  'not-found': '**not looked up**',
};

/** The cost of each service in dollars. @throws {Error} where something is used that has no price */
export function costByService(usage: Usage): Map<string, number> {
  const costs = new Map<string, number>();
  for (const [id, units] of Object.entries(usage)) {
    const price = priceList.prices.find((each) => each.id === id);
    if (price === undefined) throw new Error(`Cannot price "${id}": it is not in infra/costs/prices.json`);
    costs.set(price.service, (costs.get(price.service) ?? 0) + units * price.usd);
  }
  return costs;
}

const money = (usd: number) => (usd > 0 && usd < 0.005 ? '< 0.01' : usd.toFixed(2));
/** Small prices are told for a million. */
const priceText = (usd: number) =>
  usd < 0.001 ? `${Number((usd * 1e6).toPrecision(6))} a million` : String(usd);
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The table of `docs/aws.md`: a month of each scenario, by service, in dollars. */
export function renderCosts(): string {
  const months = scenarios.map((scenario) => costByService(estimateUsage(scenario)));
  const services = [...new Set(priceList.prices.map(({ service }) => service))];
  const total = (month: ReadonlyMap<string, number>) =>
    [...month.values()].reduce((sum, usd) => sum + usd, 0);
  return `${[
    row(['USD a month', ...scenarios.map(({ title }) => title)]),
    row(['---', ...scenarios.map(() => '---:')]),
    ...services.map((service) => row([service, ...months.map((month) => money(month.get(service) ?? 0))])),
    row(['**together**', ...months.map((month) => `**${money(total(month))}**`)]),
  ].join('\n')}\n`;
}

/** The table of prices, each with where it is from and where to check it. */
export function renderPrices(): string {
  return `${[
    row(['price', 'USD', 'from', 'check on']),
    row(['---', '---:', '---', '---']),
    ...priceList.prices.map(({ service, unit, usd, of, page, found: how, note }) =>
      row([
        `${service}: ${unit}`,
        priceText(usd),
        `${found[how]}${of === null ? '' : ` (${of})`}; ${note}`,
        page,
      ]),
    ),
  ].join('\n')}\n`;
}
