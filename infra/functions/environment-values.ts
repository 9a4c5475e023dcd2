import type { Stack } from 'aws-cdk-lib';
import { type EnvName, env } from '../../functions/cloud-names.ts';
import { bucketName, eventBus, functionName, machineArn, tableName, topicArn } from '../names.ts';
import type { Settings } from '../settings.ts';

/** What functions are told of their surroundings, as far as all stacks know it. */
export function environmentValues(
  stack: Stack,
  settings: Settings,
  signingKey: string,
): Partial<Record<EnvName, string>> {
  return {
    [env.casesBucket]: bucketName(stack, 'cases'),
    [env.labelsBucket]: bucketName(stack, 'labels'),
    [env.runsBucket]: bucketName(stack, 'runs'),
    [env.resultsBucket]: bucketName(stack, 'results'),
    [env.uploadsBucket]: bucketName(stack, 'uploads'),
    [env.siteBucket]: bucketName(stack, 'site'),
    [env.registryTable]: tableName,
    [env.stateMachineArn]: machineArn(stack),
    [env.signingKeyId]: signingKey,
    [env.signedBy]: settings.signedBy,
    [env.topicArn]: topicArn(stack),
    [env.eventBus]: eventBus,
    [env.scoreSubmissionFunction]: functionName('score-submission'),
    [env.publishFunction]: functionName('publish'),
    [env.siteUrl]: settings.domain === undefined ? '' : `https://${settings.domain}/`,
    [env.maxRunCostDkk]: settings.maxRunCostDkk === undefined ? '' : String(settings.maxRunCostDkk),
    [env.egressAllow]: settings.egressAllow.join(','),
  };
}
