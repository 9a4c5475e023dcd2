import { contractVersion } from '../../evals/screening/vendor-contract.ts';
import { httpLimits } from '../adapters/http/http-limits.ts';
import { contractPaths, contractResponses } from './contract-paths.ts';
import { contractSchemas } from './contract-schemas.ts';

const description = `What an endpoint answers that is measured by Målestok, a yardstick for models that screen Danish
building applications (byggesager). One request carries one case and never its label; one answer carries what the
model found in it.

- Fields that are not known are let through by either side, so that a field more is no new version; \`contract\` changes
  when something breaks.
- Text is UTF-8. An answer that is not quite JSON is repaired and marked so; one that breaks the schema, names another
  case or another version than the suite's counts as invalid.
- Lists and objects lie at most ${httpLimits.depth} deep within one another.
- How long an answer may take, and how often a question is asked again, the suite says.`;

const securitySchemes = {
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'x-api-key',
    description: 'The suite may name another header.',
  },
  bearer: { type: 'http', scheme: 'bearer' },
  oauth2: {
    type: 'oauth2',
    description: 'Client credentials, the client named by HTTP Basic; scope as the suite says.',
    flows: { clientCredentials: { tokenUrl: 'https://vendor.example/token', scopes: {} } },
  },
};

/** The vendor contract as OpenAPI 3.1: `openapi.json`. */
export function renderOpenApi(): string {
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Målestok vendor contract',
      version: contractVersion.slice(contractVersion.lastIndexOf('v') + 1),
      description,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: 'https://vendor.example', description: "The vendor's own" }],
    security: [{ apiKey: [] }, { bearer: [] }, { oauth2: [] }, {}],
    paths: contractPaths,
    components: { schemas: contractSchemas(), responses: contractResponses, securitySchemes },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
