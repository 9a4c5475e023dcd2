import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  Mfa,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { acknowledge } from '../acknowledge.ts';

/**
 * Who may use the API. Users are made by the operator; a user is in one group: `operator`, `municipality:ID` or `vendor:ID`. The
 * groups of municipalities and vendors are made as they come (docs/operations.md).
 */
export function createUserPool(stack: Stack): { pool: UserPool; client: UserPoolClient } {
  const pool = new UserPool(stack, 'Users', {
    userPoolName: 'maalestok',
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { sms: false, otp: true },
    passwordPolicy: {
      minLength: 14,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(7),
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  new CfnUserPoolGroup(stack, 'Operators', {
    userPoolId: pool.userPoolId,
    groupName: 'operator',
    description: 'Who runs this Målestok',
  });
  acknowledge(pool, {
    'AwsSolutions-COG2':
      'Vendors’ programs sign in by themselves; people turn a second factor on, as docs/operations.md tells them.',
    'AwsSolutions-COG8':
      'The plan with threat protection costs by the user; users are few, and made by the operator.',
  });
  const client = pool.addClient('Client', {
    userPoolClientName: 'maalestok-api',
    authFlows: { userSrp: true, userPassword: true },
    disableOAuth: true,
    generateSecret: false,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.days(30),
  });
  return { pool, client };
}
