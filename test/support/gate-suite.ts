import { join } from 'node:path';

/** A suite (YAML) that asks the silent model about the split `test` of the data set in `data` under the folder. */
export function gateSuite(folder: string): string {
  return `
schema: maalestok.suite.v1
id: gate
titleDa: Gate
titleEn: Gate
dataset: ${JSON.stringify(join(folder, 'data'))}
split: test
models: [{ adapter: silent }]
`;
}
