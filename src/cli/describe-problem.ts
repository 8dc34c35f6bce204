import type { PackProblem } from '../pack/index.ts'

/** A pack's problem as one line: where, which key, what. */
export function describeProblem({ file, line, column, key, message }: PackProblem): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`
  return `${place}: ${key ? `${key}: ` : ''}${message}`
}
