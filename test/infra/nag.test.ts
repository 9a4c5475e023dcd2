import { Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { composeApp } from './support/compose-app.ts';

const findings = (app: ReturnType<typeof composeApp>) =>
  new AwsSolutionsChecks()
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    );

interface Acknowledged {
  path: string;
  id: string;
  reason: string;
  forget: () => void;
}

/** Every acknowledgement of the app, and a way to take it back. */
function acknowledgements(app: ReturnType<typeof composeApp>): Acknowledged[] {
  return app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) =>
        Object.entries(data as Record<string, string>)
          .filter(([id]) => id.includes('AwsSolutions'))
          .map(([id, reason]) => ({
            path: node.path,
            id: id.replace(/^annotation::/iu, ''),
            reason,
            forget: () => delete data[id],
          })),
      ),
  );
}

describe('cdk-nag', () => {
  it('finds nothing that is not argued', () => {
    expect(findings(composeApp())).toEqual([]);
  });

  it('is asked: a bucket without TLS and logs is found', () => {
    const app = composeApp();
    new Bucket(new Stack(app, 'careless'), 'Open');
    expect(findings(app)).toContain('AwsSolutions-S10 careless/Open/Resource');
    expect(findings(app)).toContain('AwsSolutions-S1 careless/Open/Resource');
  });

  it('has each finding acknowledged singly, with a reason, and none without a finding', () => {
    const app = composeApp();
    const all = acknowledgements(app);
    expect(all.length).toBeGreaterThan(0);
    for (const { reason } of all) expect(reason).toMatch(/^\p{Lu}.{30,}\.$/u);
    for (const { forget } of all) forget();
    const found = findings(app);
    const idle = all.filter(
      ({ path, id }) => !found.some((each) => each.startsWith(`${id} ${path}/`) || each === `${id} ${path}`),
    );
    expect(idle.map(({ path, id }) => `${id} at ${path}`)).toEqual([]);
  });
});
