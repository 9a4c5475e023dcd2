import { composeApp } from './compose-app.ts';

// Prints the templates of all stacks by their names: `node write-templates.ts '{"domain": "…"}'`.
const { stacks } = composeApp(JSON.parse(process.argv[2] ?? '{}')).synth();
console.log(
  JSON.stringify(Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template]))),
);
