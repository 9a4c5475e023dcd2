/** What the AWS SDK reads of its surroundings in a test: no profile, no metadata service, keys that are made up. */
export const fakeAwsEnvironment: Record<string, string> = {
  AWS_ACCESS_KEY_ID: 'AKIATESTTESTTESTTEST',
  AWS_SECRET_ACCESS_KEY: 'made-up-secret-of-the-test',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nowhere/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
};

const touched = [
  ...Object.keys(fakeAwsEnvironment),
  'AWS_SESSION_TOKEN',
  'AWS_PROFILE',
  'AWS_BEARER_TOKEN_BEDROCK',
  'AWS_ENDPOINT_URL',
  'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
  'AWS_ENDPOINT_URL_LAMBDA',
];

/** Sets the AWS variables to these and no others; gives back what puts the old ones in their place. */
export function setAwsEnvironment(variables: Record<string, string>): () => void {
  const before = new Map(touched.map((name) => [name, process.env[name]]));
  const apply = (values: ReadonlyMap<string, string | undefined>) => {
    for (const name of touched) {
      const value = values.get(name);
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  apply(new Map(Object.entries(variables)));
  return () => apply(before);
}
