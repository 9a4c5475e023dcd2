import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { createKeys } from '../../infra/stores/create-keys.ts';
import { composeApp } from './support/compose-app.ts';
import { resolveTemplates } from './support/resolve-values.ts';
import { resourcesOf, type Template, templates } from './support/templates.ts';

const all = resolveTemplates(templates());

describe('a deployment', () => {
  it('is put together for a named account without asking that account anything', () => {
    const assembly = composeApp({ account: '111122223333' }).synth();
    expect(assembly.manifest.missing ?? []).toEqual([]);
    const errors = assembly.stacks.flatMap(({ messages }) =>
      messages.filter(({ level }) => level === 'error'),
    );
    expect(errors.map(({ id, entry }) => `${id}: ${String(entry.data)}`)).toEqual([]);
  });

  it('comes last to what AWS refuses new accounts for days, so that all else is there', () => {
    const { stacks } = composeApp({ region: 'eu-north-1' }).synth();
    const names = stacks.map(({ id }) => id);
    const last = ['maalestok-site', 'maalestok-budget'];
    const before = names.filter((name) => !last.includes(name));
    expect(before).toHaveLength(7);
    for (const name of last) {
      const reached = new Set<string>();
      const follow = (id: string): void => {
        for (const { id: next } of stacks.find((stack) => stack.id === id)?.dependencies ?? [])
          if (names.includes(next) && !reached.has(next)) {
            reached.add(next);
            follow(next);
          }
      };
      follow(name);
      expect([...reached].sort()).toEqual(before.sort());
    }
  });

  // Of these one account has each name once, in whatever region it is made.
  it.each([
    ['AWS::IAM::Role', 'RoleName'],
    ['AWS::S3::Bucket', 'BucketName'],
    ['AWS::CloudWatch::Dashboard', 'DashboardName'],
    ['AWS::CloudFront::CachePolicy', 'CachePolicyConfig.Name'],
    ['AWS::CloudFront::OriginAccessControl', 'OriginAccessControlConfig.Name'],
    ['AWS::CloudFront::ResponseHeadersPolicy', 'ResponseHeadersPolicyConfig.Name'],
  ])('gives %s names that the other region has not', (type, path) => {
    const namesIn = (region: string) =>
      resourcesOf(templates({ region }), type).flatMap(({ resource }) => {
        const name = path
          .split('.')
          .reduce<unknown>((value, key) => (value as never)?.[key], resource.Properties);
        return name === undefined ? [] : [JSON.stringify(name)];
      });
    const here = namesIn('eu-central-1');
    expect(here.length).toBeGreaterThan(0);
    const there = namesIn('eu-north-1');
    expect(here.filter((name) => there.includes(name))).toEqual([]);
  });

  it('goes on telling other stacks a key that another has taken the place of, since CloudFormation takes no such word back', () => {
    const app = new App();
    createKeys(new Stack(app, 'data'));
    const { Resources, Outputs = {} }: Template = app.synth().getStackByName('data').template;
    const keys = Object.keys(Resources).filter((id) => Resources[id]?.Type === 'AWS::KMS::Key');
    expect(keys).toHaveLength(3);
    const told = Object.values(Outputs).filter(({ Export }) => Export !== undefined);
    expect(told.map(({ Value }) => Value)).toEqual(keys.map((id) => ({ 'Fn::GetAtt': [id, 'Arn'] })));
  });

  it('tells the addresses of site and API, and whom users are made with', () => {
    const told = Object.entries(all).flatMap(([stack, { Outputs }]) =>
      Object.entries(Outputs ?? {}).flatMap(([name, { Export }]) => (Export ? [] : [`${stack} ${name}`])),
    );
    expect(told.sort()).toEqual([
      'maalestok-api Address',
      'maalestok-api UserPool',
      'maalestok-api UserPoolClient',
      'maalestok-site Address',
    ]);
  });

  it('lets the machine do with the key of its maps’ results what Step Functions asks for', () => {
    const policies = resourcesOf(all, 'AWS::IAM::Policy').filter(({ at }) => /Evaluationrole/u.test(at));
    expect(JSON.stringify(policies)).toContain('["kms:Decrypt","kms:Encrypt","kms:GenerateDataKey"]');
  });

  it('stays below what IAM takes of a role’s policies, and Lambda of a function’s environment', () => {
    const sizes = new Map<string, number>();
    for (const { resource } of resourcesOf(all, 'AWS::IAM::Policy')) {
      const { Roles, PolicyDocument } = resource.Properties as { Roles: unknown; PolicyDocument: unknown };
      const role = JSON.stringify(Roles);
      sizes.set(role, (sizes.get(role) ?? 0) + JSON.stringify(PolicyDocument).length);
    }
    expect(sizes.size).toBeGreaterThan(0);
    for (const [role, size] of sizes) expect([role, size < 10_240]).toEqual([role, true]);
    for (const { at, resource } of resourcesOf(all, 'AWS::Lambda::Function')) {
      const { Variables = {} } = (resource.Properties?.Environment ?? {}) as { Variables?: object };
      expect([at, JSON.stringify(Variables).length < 4096]).toEqual([at, true]);
    }
  });
});
