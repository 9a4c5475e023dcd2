import { fakeAwsEnvironment } from './aws-environment.ts';

/** Sets variables beside those of this process, with made-up keys of AWS; gives back what puts the old ones in their place. */
export function setCloudEnvironment(variables: Record<string, string | undefined>): () => void {
  const set = { AWS_REGION: 'eu-central-1', ...fakeAwsEnvironment, ...variables };
  const before = Object.keys(set).map((name) => [name, process.env[name]] as const);
  const apply = (values: Iterable<readonly [string, string | undefined]>) => {
    for (const [name, value] of values) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  apply(Object.entries(set));
  return () => apply(before);
}
