import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import { EventInvokeConfig, type Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { env, type HandlerName } from '../../functions/cloud-names.ts';
import { createHttpApi } from '../api/create-http-api.ts';
import { createUserPool } from '../api/create-user-pool.ts';
import { createFunction, type Surroundings } from '../functions/create-function.ts';
import { environmentValues } from '../functions/environment-values.ts';
import { platformFunctions } from '../functions/platform-functions.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';

interface ApiProps extends StackProps {
  settings: Settings;
  data: DataStack;
  network: { vpc: IVpc; securityGroup: ISecurityGroup };
}

/** The API: users, the way in, and the functions behind it. */
export class ApiStack extends Stack {
  readonly functions: ReadonlyMap<HandlerName, Lambda>;
  readonly httpApi: HttpApi;

  constructor(scope: Construct, id: string, { settings, data, network, ...props }: ApiProps) {
    super(scope, id, props);
    const { pool, client } = createUserPool(this);
    const issuer = `https://cognito-idp.${this.region}.amazonaws.com/${pool.userPoolId}`;
    const surroundings: Surroundings = {
      keys: data.keyArns,
      values: {
        ...environmentValues(this, settings, data.keyArns.signing),
        [env.userPoolIssuer]: issuer,
        [env.userPoolAudience]: client.userPoolClientId,
      },
      logRetentionDays: settings.logRetentionDays,
      network,
    };
    this.functions = new Map(
      platformFunctions.map((plan) => [plan.name, createFunction(this, plan, surroundings)]),
    );
    // What is scored is settled in its record; a second attempt finds what the first left.
    new EventInvokeConfig(this, 'Scoring', {
      function: this.functions.get('score-submission')!,
      retryAttempts: 2,
    });
    this.httpApi = createHttpApi(this, {
      api: this.functions.get('api')!,
      issuer,
      audience: client.userPoolClientId,
      logRetentionDays: settings.logRetentionDays,
    });
    new CfnOutput(this, 'Address', { value: this.httpApi.apiEndpoint });
    new CfnOutput(this, 'UserPool', { value: pool.userPoolId });
    new CfnOutput(this, 'UserPoolClient', { value: client.userPoolClientId });
  }
}
