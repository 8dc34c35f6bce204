import type { LintResult } from '../lint/index.ts'
import { visible } from '../report/plain-line.ts'
import { positionAt } from '../source/index.ts'
import type { Io } from './io.ts'

/** What `--debug` says on standard error; without the flag it says nothing and costs nothing. */
export class DebugLog {
  readonly #on: boolean
  readonly #io: Io

  constructor(on: boolean, io: Io) {
    this.#on = on
    this.#io = io
  }

  say(text: string): void {
    if (this.#on) this.#io.stderr.write(`debug: ${visible(text)}\n`)
  }

  /** Where the program failed; what is told without the flag is one line. */
  stack(error: unknown): void {
    for (const line of error instanceof Error ? (error.stack ?? '').split('\n') : []) this.say(line)
  }

  start(): number {
    return this.#on ? performance.now() : 0
  }

  /** How long a file took, and what of it the parser left out, and why. */
  file({ file, script }: LintResult, started: number): void {
    if (!this.#on) return
    this.say(
      `${file.path}: ${script.format}, ${script.steps.length} steps, ${(performance.now() - started).toFixed(1)} ms`
    )
    for (const { reason, span } of script.unread) {
      const { line, column } = positionAt(file, span.start)
      this.say(`${file.path}:${line}:${column}: left out: ${reason}`)
    }
  }
}
