import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { acknowledge } from '../acknowledge.ts';

/** What everybody may ask: the routes of the app that say `who: 'everyone'`. A test compares them. */
export const publicRoutes = ['/v1/health', '/v1/leaderboard', '/v1/openapi.json'] as const;

/**
 * Requests a second, and at once, of all callers together. A party's own rate (`functions/api/`) is far below what those with a token
 * have here, so that no party takes it from the others by what it is answered; a test holds both together.
 */
const throttles = {
  withToken: { rateLimit: 100, burstLimit: 500 },
  /** Of each of the public routes. */
  everybody: { rateLimit: 20, burstLimit: 40 },
} as const;

const pathWithToken = '/v1/{proxy+}';

export interface HttpApiOptions {
  api: Lambda;
  issuer: string;
  audience: string;
  logRetentionDays: number;
}

/** The way to the API's function: no request without a valid token comes so far, but for what everybody may ask. */
export function createHttpApi(stack: Stack, options: HttpApiOptions): HttpApi {
  const integration = new HttpLambdaIntegration('Function', options.api);
  const httpApi = new HttpApi(stack, 'Http', {
    apiName: 'maalestok',
    description: 'Målestok: the API',
    createDefaultStage: false,
    defaultAuthorizer: new HttpJwtAuthorizer('Token', options.issuer, { jwtAudience: [options.audience] }),
  });
  const withToken = httpApi.addRoutes({ path: pathWithToken, methods: [HttpMethod.ANY], integration });
  for (const path of publicRoutes) {
    const [route] = httpApi.addRoutes({
      path,
      methods: [HttpMethod.GET],
      integration,
      authorizer: new HttpNoneAuthorizer(),
    });
    if (route !== undefined)
      acknowledge(route, {
        'AwsSolutions-APIG4': `Everybody may read ${path}: it tells nothing of anybody’s data.`,
      });
  }
  createStage(stack, httpApi, withToken, options.logRetentionDays);
  return httpApi;
}

function createStage(
  stack: Stack,
  httpApi: HttpApi,
  withToken: readonly HttpRoute[],
  retention: number,
): void {
  const log = new LogGroup(stack, 'access-log', {
    logGroupName: '/maalestok/api-access',
    retention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const stage = new HttpStage(stack, 'Stage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle: throttles.everybody,
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      // Who, what and how it ended; no bodies, no tokens.
      format: AccessLogFormat.custom(
        JSON.stringify({
          requestId: '$context.requestId',
          at: '$context.requestTime',
          ip: '$context.identity.sourceIp',
          subject: '$context.authorizer.claims.sub',
          method: '$context.httpMethod',
          path: '$context.path',
          status: '$context.status',
          bytes: '$context.responseLength',
          ms: '$context.responseLatency',
        }),
      ),
    },
  });
  const { rateLimit, burstLimit } = throttles.withToken;
  (stage.node.defaultChild as CfnStage).routeSettings = {
    [`${HttpMethod.ANY} ${pathWithToken}`]: {
      ThrottlingRateLimit: rateLimit,
      ThrottlingBurstLimit: burstLimit,
    },
  };
  // A stage that names a route comes after it.
  stage.node.addDependency(...withToken);
}
