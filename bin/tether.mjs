// Loaded into every program that bin/run.mjs starts: when the launcher dies, even by SIGKILL, the program stops too.
if (process.env.BATON_TETHER && process.channel) {
  delete process.env.BATON_TETHER
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
