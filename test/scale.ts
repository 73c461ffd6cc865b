// How much of a counted test runs: a taste by default, more in CI, all of it with `npm run test:long`.

/** `BATON_TESTS=ci` or `long` choose the larger numbers. */
export function scaled(counts: { quick: number; ci: number; long: number }): number {
  const size = process.env['BATON_TESTS']
  return size === 'long' ? counts.long : size === 'ci' ? counts.ci : counts.quick
}
