import { type Behaviour, describeModel } from '../../../contract/model.ts';
import { startBedrock } from '../../../support/bedrock-model.ts';
import { awsError, plainText, toolUse } from '../../../support/converse-server.ts';
import type { WireReply } from '../../../support/wire-server.ts';

function replyOf(behaviour: Behaviour): WireReply | null {
  switch (behaviour.kind) {
    case 'answers':
      return toolUse({ status: 'answered', outcome: 'deficient', findings: behaviour.findings });
    case 'abstains':
      return toolUse({ status: 'abstained', outcome: 'deficient', findings: [] });
    case 'throttles':
      return awsError(429, 'ThrottlingException', 'Too many requests', { 'retry-after': '2' });
    case 'fails':
      return awsError(500, 'InternalServerException', 'Something went wrong');
    case 'refuses':
      return awsError(400, 'ValidationException', 'Input is too long for requested model.');
    case 'hangs':
      return null;
    case 'babbles':
      return plainText('Det ser fint ud.');
  }
}

describeModel('bedrock', {
  async create(behaviour) {
    const { model, server, dispose } = await startBedrock(() => replyOf(behaviour));
    return { model, dispose, asked: () => server.requests.length };
  },
});
