// Goes into the server's process by --import and tells what its heap holds once all that is dead was collected.
process.on('message', () => {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send({ bytes: heapUsed + external });
});
// The server ends when it is told to, whoever still listens here.
process.channel.unref();
