import type { ConfigProblem } from '../config/index.ts'
import type { PackProblem } from '../pack/index.ts'

/** A pack's problem as one line: where, which key, what. */
export function describeProblem({ file, line, column, key, message }: PackProblem): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`
  return `${place}: ${key ? `${key}: ` : ''}${message}`
}

/** A config's problem as one line: where and which key, or, in a config that is no file, the key alone. */
export function describeConfigProblem(
  { line, column, key, message }: Omit<ConfigProblem, 'file'>,
  path: string | undefined
): string {
  const place = path === undefined ? `config${key ? '.' : ''}` : `${path}:${line}:${column}: `
  return key || path === undefined ? `${place}${key}: ${message}` : `${place}${message}`
}
