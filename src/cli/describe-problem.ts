import type { PackProblem } from '../pack/index.ts'

/** A pack's problem as one line: where, which key, what. */
export function describeProblem({ file, line, column, key, message }: PackProblem): string {
  return `${file}:${line}:${column}: ${key ? `${key}: ` : ''}${message}`
}
