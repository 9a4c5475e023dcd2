import { Stack, type StackProps } from 'aws-cdk-lib';
import { FlowLogDestination, FlowLogTrafficType, IpAddresses, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Settings } from '../settings.ts';
import { addEndpoints } from '../stores/add-endpoints.ts';

/**
 * A network without a way out: no gateway to the internet, no NAT, no route but to itself. It costs nothing while idle. Its
 * only doors are the endpoints of S3 and DynamoDB.
 */
export class NetworkStack extends Stack {
  readonly vpc: Vpc;
  private readonly zones: string[];

  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, props);
    this.zones = ['a', 'b'].map((zone) => `${settings.region}${zone}`);
    this.vpc = new Vpc(this, 'Isolated', {
      ipAddresses: IpAddresses.cidr('10.64.0.0/22'),
      availabilityZones: this.zones,
      natGateways: 0,
      createInternetGateway: false,
      subnetConfiguration: [{ name: 'isolated', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
    });
    acknowledge(this.vpc, {
      'CloudFormation-Validate::W3010':
        'Zones are named, so that the stacks are put together without an account.',
    });
    this.vpc.addFlowLog('Flows', {
      destination: FlowLogDestination.toCloudWatchLogs(
        new LogGroup(this, 'FlowLog', { retention: settings.logRetentionDays }),
      ),
      trafficType: FlowLogTrafficType.ALL,
    });
    addEndpoints(this.vpc);
  }

  /** Named here: with an account the network would look them up in it, and take its credentials for every synth. */
  override get availabilityZones(): string[] {
    return this.zones;
  }
}
