import type { Io } from './io.ts'

/**
 * How many colours to use. What was asked for on the command line comes first, then `FORCE_COLOR`, then
 * `NO_COLOR`, then whether somebody looks: a pipe or a file is never coloured unasked.
 */
export function colorLevel(flag: boolean | undefined, io: Pick<Io, 'env' | 'stdout'>, toFile: boolean): 0 | 1 {
  if (flag !== undefined) return flag ? 1 : 0
  if (toFile) return 0
  const forced = io.env.FORCE_COLOR
  if (forced !== undefined) return forced === '0' || forced === 'false' ? 0 : 1
  if (io.env.NO_COLOR) return 0
  return io.stdout.isTTY && io.env.TERM !== 'dumb' ? 1 : 0
}
