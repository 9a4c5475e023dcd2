import { renderCosts, renderPrices } from './render-costs.ts';

process.stdout.write(`${renderCosts()}\n${renderPrices()}`);
