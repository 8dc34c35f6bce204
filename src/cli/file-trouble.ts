import { reasonOf } from './setup-error.ts'

/** Why a file could not be linted, as one line that names it: it cannot be read, or the program or a rule failed on it. */
export function fileTrouble(path: string, error: unknown): string {
  if (error instanceof Error && error.name === 'RuleError') return `${path}: ${error.message}`
  const isOfSystem = typeof (error as { code?: unknown } | undefined)?.code === 'string'
  return isOfSystem ? `cannot read ${path}: ${reasonOf(error)}` : `${path}: unexpected trouble: ${reasonOf(error)}`
}
