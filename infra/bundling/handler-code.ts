import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { writeHandler } from './write-handler.ts';

/** A handler's bundle as a function's code. Named by its content: what did not change is not deployed again. */
export function handlerCode(name: HandlerName): Code {
  return Code.fromAsset(import.meta.dirname, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never started: bundling is done here, or synth fails.
      image: DockerImage.fromRegistry('none'),
      // CDK takes assets of one folder and one way of bundling for the same; this tells them apart.
      environment: { HANDLER: name },
      local: {
        tryBundle(folder) {
          writeHandler(name, folder);
          return true;
        },
      },
    },
  });
}
