import type { Deployment } from '../support/deployment.ts';
import { intersect, like, many, type Statement } from '../support/policy.ts';
import { resourcesOf } from '../support/templates.ts';
import { bucket, labelListers, labelReaders, objects, roleArnOf } from './names.ts';

/** Whatever leads out of a network, or could be made to. */
const doors = [
  'AWS::EC2::InternetGateway',
  'AWS::EC2::EgressOnlyInternetGateway',
  'AWS::EC2::NatGateway',
  'AWS::EC2::EIP',
  'AWS::EC2::Route',
  'AWS::EC2::VPNGateway',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::EC2::VPCPeeringConnection',
  'AWS::EC2::TransitGatewayAttachment',
  'AWS::EC2::Instance',
];

/** Functions that read labels or know of them, and are not in a network of which every door is known. */
export function labelReadersOutside({ functions, templates }: Deployment): string[] {
  const subnets = resourcesOf(templates, 'AWS::EC2::Subnet').map(({ at }) => at.replace('/', '.'));
  const outside = functions
    .filter(({ roleArn }) =>
      [...Object.keys(labelReaders), ...labelListers].some((name) => roleArn === roleArnOf(name)),
    )
    .filter(({ subnets: own }) => own.length === 0 || own.some((each) => !subnets.includes(each)))
    .map(({ name }) => `${name} is near labels and in no network of ours`);
  const open = doors.flatMap((type) => resourcesOf(templates, type).map(({ at }) => `${at} is a way out`));
  const publicly = resourcesOf(templates, 'AWS::EC2::Subnet')
    .filter(({ resource }) => resource.Properties?.MapPublicIpOnLaunch === true)
    .map(({ at }) => `${at} gives public addresses`);
  return [...outside, ...open, ...publicly, ...openEndpoints(templates)];
}

function openEndpoints(templates: Deployment['templates']): string[] {
  const ours = ['cases', 'labels', 'runs', 'results', 'uploads'].flatMap((store) => [
    objects(store),
    objects(store).replace('/*', ''),
  ]);
  const table = 'arn:aws:dynamodb:eu-central-1:111122223333:table/maalestok-registry';
  return resourcesOf(templates, 'AWS::EC2::VPCEndpoint').flatMap(({ at, resource }) => {
    const { VpcEndpointType, PolicyDocument } = resource.Properties as {
      VpcEndpointType?: string;
      PolicyDocument?: { Statement: Statement[] };
    };
    if (VpcEndpointType !== 'Gateway') return [`${at} is an endpoint to another service`];
    if (PolicyDocument === undefined) return [`${at} lets everything through`];
    return PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(
      ({ Resource, Condition }) => {
        const foreign = many(Resource).filter((each) => ![...ours, table].includes(each));
        const anybody =
          Condition?.StringEquals?.['aws:PrincipalAccount'] === '111122223333' ? [] : ['anybody’s roles'];
        return [...foreign, ...anybody].map((what) => `${at} lets ${what} through`);
      },
    );
  });
}

/** What a reader of labels may do that takes it further than its stores, the registry and its own log. */
export function labelReadersReachOn({ roles }: Deployment): string[] {
  const known = ['s3:*', 'dynamodb:*', 'kms:*', 'logs:*', 'xray:*', 'ec2:*'];
  return roles
    .filter(({ arn }) => Object.keys(labelReaders).some((name) => arn === roleArnOf(name)))
    .flatMap(({ arn, name, statements }) => {
      const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
      const services = allowed
        .flatMap(({ Action }) => many(Action))
        .filter((action) => !known.some((pattern) => like(pattern, action)))
        .map((action) => `${name} reads labels and may ${action}`);
      // A built-in model answers into the run; all others leave what labels tell in the results, under the key of labels.
      const into = arn === roleArnOf('screen-built-in') ? 'runs' : 'results';
      const writes = allowed
        .filter(({ Action }) => many(Action).some((action) => intersect(action, 's3:Put*')))
        .flatMap(({ Resource }) => many(Resource))
        .filter((resource) => !resource.startsWith(`arn:aws:s3:::${bucket(into)}/`))
        .map((resource) => `${name} reads labels and writes ${resource}`);
      return [...services, ...writes];
    });
}
