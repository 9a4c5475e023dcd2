import { describe, expect, it } from 'vitest';
import { usualLimits } from '../../functions/api/api-context.ts';
import { routes } from '../../functions/api/routes.ts';
import { heldMs } from '../../functions/api/shared-rate-limiter.ts';
import { resolveTemplates } from './support/resolve-values.ts';
import { resourcesOf, templates } from './support/templates.ts';

const all = resolveTemplates(templates());
const gateway = resourcesOf(all, 'AWS::ApiGatewayV2::Route').map(({ resource }) => {
  const { RouteKey, AuthorizationType } = resource.Properties as {
    RouteKey: string;
    AuthorizationType?: string;
  };
  return { key: RouteKey, open: AuthorizationType !== 'JWT' };
});

interface Throttle {
  ThrottlingRateLimit: number;
  ThrottlingBurstLimit: number;
}
interface StageProperties {
  DefaultRouteSettings: Throttle;
  RouteSettings: Record<string, Throttle>;
  AccessLogSettings: { Format: string };
}

describe('the way to the API', () => {
  it('is open for what the app answers everybody, and for nothing else', () => {
    // Uploads go straight into the bucket here.
    const everybody = routes.filter(
      ({ who, path }) => who === 'everyone' && !path.startsWith('/v1/uploads/'),
    );
    const expected = everybody.map(({ method, path }) => `${method} ${path}`).sort();
    expect(
      gateway
        .filter(({ open }) => open)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(expected);
    expect(gateway.filter(({ open }) => !open).map(({ key }) => key)).toEqual(['ANY /v1/{proxy+}']);
  });

  it('takes tokens of the pool, for its client alone', () => {
    const [authorizer, ...more] = resourcesOf(all, 'AWS::ApiGatewayV2::Authorizer');
    expect(more).toEqual([]);
    expect(authorizer?.resource.Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [expect.stringContaining('UsersClient')],
        Issuer: expect.stringMatching(
          /^https:\/\/cognito-idp\.eu-central-1\.amazonaws\.com\/maalestok-api\.Users/u,
        ),
      },
    });
  });

  it('is throttled, and logs who asked what, without tokens and bodies', () => {
    const [stage] = resourcesOf(all, 'AWS::ApiGatewayV2::Stage');
    const { DefaultRouteSettings, AccessLogSettings } = stage!.resource.Properties as StageProperties;
    expect(DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
    expect(AccessLogSettings.Format).toContain('$context.authorizer.claims.sub');
    expect(AccessLogSettings.Format).not.toMatch(/header|body|querystring/iu);
  });

  it('answers those with a token more than any party may ask, so that none takes it from the others', () => {
    const [stage] = resourcesOf(all, 'AWS::ApiGatewayV2::Stage');
    const { RouteSettings } = stage!.resource.Properties as StageProperties;
    expect(Object.keys(RouteSettings)).toEqual(gateway.filter(({ open }) => !open).map(({ key }) => key));
    const [{ ThrottlingRateLimit, ThrottlingBurstLimit }] = Object.values(RouteSettings) as [Throttle];
    const { burst, perMinute } = usualLimits.rates.party;
    expect(ThrottlingRateLimit).toBeGreaterThanOrEqual((10 * perMinute) / 60);
    expect(ThrottlingBurstLimit).toBeGreaterThan(2 * (burst + (perMinute * heldMs) / 60_000));
  });

  it('has its route before the stage that names it', () => {
    const [stage] = resourcesOf(all, 'AWS::ApiGatewayV2::Stage');
    const routesByKey = resourcesOf(all, 'AWS::ApiGatewayV2::Route').filter(
      ({ resource }) => resource.Properties?.RouteKey === 'ANY /v1/{proxy+}',
    );
    const [id] = routesByKey.map(({ at }) => at.split('/').at(-1));
    expect((stage!.resource as { DependsOn?: string[] }).DependsOn).toContain(id);
  });

  it('has users that nobody makes but the operator, and a group of operators', () => {
    const [pool] = resourcesOf(all, 'AWS::Cognito::UserPool');
    expect(pool?.resource.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
      Policies: { PasswordPolicy: { MinimumLength: 14 } },
    });
    const groups = resourcesOf(all, 'AWS::Cognito::UserPoolGroup').map(
      ({ resource }) => resource.Properties?.GroupName,
    );
    expect(groups).toEqual(['operator']);
  });
});

describe('the site', () => {
  const [distribution] = resourcesOf(all, 'AWS::CloudFront::Distribution');

  it('is read over TLS, through CloudFront alone, and logged', () => {
    const { DistributionConfig: config } = distribution!.resource.Properties as {
      DistributionConfig: Record<string, unknown> & { Origins: Record<string, unknown>[] };
    };
    expect(config).toMatchObject({
      DefaultRootObject: 'index.html',
      DefaultCacheBehavior: { AllowedMethods: ['GET', 'HEAD'], ViewerProtocolPolicy: 'redirect-to-https' },
      Logging: { Bucket: expect.stringContaining('maalestok-site-logs') },
    });
    expect(config.Origins).toHaveLength(1);
    expect(config.Origins[0]).toMatchObject({ OriginAccessControlId: expect.any(String) });
    const text = JSON.stringify(
      resourcesOf(all, 'AWS::S3::BucketPolicy').find(({ at }) => at.includes('sitePolicy'))?.resource,
    );
    expect(text).toContain('"Principal":{"Service":"cloudfront.amazonaws.com"}');
    expect(text).toMatch(
      /"AWS:SourceArn":"arn:aws:cloudfront::111122223333:distribution\/maalestok-site\.Distribution/u,
    );
  });

  it('has the headers that a page cannot say of itself', () => {
    const [headers] = resourcesOf(all, 'AWS::CloudFront::ResponseHeadersPolicy');
    expect(headers?.resource.Properties).toMatchObject({
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: expect.stringContaining("frame-ancestors 'none'") },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY' },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000 },
        },
      },
    });
  });

  it('takes a name and certificate of its own, in the other region too', () => {
    const certificateArn =
      'arn:aws:acm:us-east-1:111122223333:certificate/0f0f0f0f-0f0f-0f0f-0f0f-0f0f0f0f0f0f';
    const named = templates({ region: 'eu-north-1', domain: 'maalestok.example.dk', certificateArn });
    const [own] = resourcesOf(named, 'AWS::CloudFront::Distribution');
    expect(own?.resource.Properties).toMatchObject({
      DistributionConfig: {
        Aliases: ['maalestok.example.dk'],
        ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    });
    const subnets = resourcesOf(named, 'AWS::EC2::Subnet').map(
      ({ resource }) => resource.Properties?.AvailabilityZone,
    );
    expect(subnets).toEqual(['eu-north-1a', 'eu-north-1b']);
  });
});
