// In place of bearer tokens: a function signs what it asks with the credentials of its role.
const none = () => () => {
  throw new Error('This bundle knows no bearer tokens');
};

export { none as fromEnvSigningName, none as nodeProvider };
