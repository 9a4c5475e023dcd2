import { buildApp } from '../../../infra/build-app.ts';
import { cdkContext } from './cdk-context.ts';

// Writes the whole assembly, its functions bundled, into a folder: `node write-assembly.ts FOLDER`.
buildApp({ context: cdkContext(), outdir: process.argv[2] }).synth();
