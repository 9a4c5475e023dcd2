import { Stack } from 'aws-cdk-lib';
import { GatewayVpcEndpointAwsService, type Vpc } from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { bucketArn, type StoreName, tableArn } from '../names.ts';

/** The stores that functions without a way out need. The site and whatever else lies in S3 is not behind the endpoint. */
const within: readonly StoreName[] = ['cases', 'labels', 'runs', 'results', 'uploads'];

/** The only doors of the network: to its own buckets and its own table, for this account alone. They cost nothing. */
export function addEndpoints(vpc: Vpc): void {
  const stack = Stack.of(vpc);
  const ours = { StringEquals: { 'aws:PrincipalAccount': stack.account } };
  const allow = (actions: string[], resources: string[]) =>
    new PolicyStatement({ principals: [new AnyPrincipal()], actions, resources, conditions: ours });
  const s3 = vpc.addGatewayEndpoint('S3', { service: GatewayVpcEndpointAwsService.S3 });
  s3.addToPolicy(
    allow(
      ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
      within.map((store) => `${bucketArn(stack, store)}/*`),
    ),
  );
  s3.addToPolicy(
    allow(
      ['s3:ListBucket'],
      within.map((store) => bucketArn(stack, store)),
    ),
  );
  const dynamo = vpc.addGatewayEndpoint('DynamoDB', { service: GatewayVpcEndpointAwsService.DYNAMODB });
  dynamo.addToPolicy(
    allow(
      ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
      [tableArn(stack)],
    ),
  );
}
