import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { reasonOf, SetupError } from './setup-error.ts'

/**
 * Writes a file whole or not at all: beside its place, then moved there. What is no regular file
 * (`/dev/null`, a pipe) is written to as it is.
 */
export function writeOutput(path: string, text: string): void {
  let pending: string | undefined
  try {
    const target = realPath(path)
    const old = statSync(target, { throwIfNoEntry: false })
    if (old?.isDirectory()) throw new SetupError(`cannot write ${path}: it is a folder`)
    if (old && !old.isFile()) {
      writeFileSync(target, text)
      return
    }
    mkdirSync(dirname(target), { recursive: true })
    pending = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.tmp`)
    writeFileSync(pending, text, { flag: 'wx', ...(old && { mode: old.mode }) })
    renameSync(pending, target)
  } catch (error) {
    if (pending !== undefined) rmSync(pending, { force: true })
    throw error instanceof SetupError ? error : new SetupError(`cannot write ${path}: ${reasonOf(error)}`)
  }
}

/** A link keeps leading where it leads. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // Not there yet, which is the usual case.
    return path
  }
}
