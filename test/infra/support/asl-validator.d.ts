declare module 'asl-validator' {
  /** Checks a definition by the schemas and rules of the Amazon States Language. */
  export default function validate(definition: object): {
    isValid: boolean;
    errorsText: (separator?: string) => string;
  };
}
