import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { buildPlatformOpenApi } from '../../functions/api/build-platform-openapi.ts';
import { routes } from '../../functions/api/routes.ts';
import { startApi } from '../support/api-server.ts';
import { compareFile, docsPath } from './compare-file.ts';

describe('docs/openapi-platform.json', () => {
  it('is made from the routes', async () => {
    await compareFile(
      docsPath('openapi-platform.json'),
      `${JSON.stringify(buildPlatformOpenApi(routes), null, 2)}\n`,
    );
  });

  it('is valid OpenAPI 3.1', async () => {
    const checked = await new Validator().validate(buildPlatformOpenApi(routes));
    expect(checked.errors ?? []).toEqual([]);
    expect(checked.valid).toBe(true);
  });

  it('names every route that the server answers, and the server answers every one', async () => {
    const api = await startApi();
    const { body } = await api.ask('GET', '/v1/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, unknown>> };
    const named = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(named.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
    for (const { method, path } of routes) {
      const { status } = await api.ask(method, path.replaceAll(/\{\w+\}/gu, 'x'));
      expect([404, 405, 500]).not.toContain(status);
    }
    await api.close();
  });
});
