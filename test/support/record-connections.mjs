// Loaded before anything else: writes down whom a process connects to, a host a line.
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (options?.path === undefined) {
    appendFileSync(process.env.CONNECTIONS_FILE, `${options?.host ?? options}\n`);
  }
  return connect.apply(this, args);
};
