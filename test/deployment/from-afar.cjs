// Loaded before a command of a test: DNS and the network, as far as it has to do with them. Connections to the host of the
// benchmark go to the relay of the test, and come from an address that tells who asked.
const tls = require('node:tls');

const { FAR_HOST, FAR_PORT, FAR_ADDRESS } = process.env;
const { connect } = tls;
tls.connect = (options, ...rest) => {
  const isFar = options?.host === FAR_HOST && Number(options.port) === 443;
  const there = { host: '127.0.0.1', port: Number(FAR_PORT), localAddress: FAR_ADDRESS };
  return connect(isFar ? { ...options, ...there } : options, ...rest);
};
