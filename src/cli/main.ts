import { CommanderError } from 'commander'
import { visible } from '../report/plain-line.ts'
import type { ExitCode } from './exit-code.ts'
import { exitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import { outliveBrokenStreams, write } from './io.ts'
import { runProgram } from './program.ts'
import { SetupError } from './setup-error.ts'

export type { ExitCode } from './exit-code.ts'
export type { Io } from './io.ts'

/** Nobody mends more than this at once; the first ones are mostly why there are others. */
const mostLines = 20

/** The program: arguments and streams in, an exit code out. It never throws and never ends the process. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  outliveBrokenStreams(io)
  try {
    return await runProgram(argv, io)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.trouble
    return sayTrouble(describe(error, argv.includes('--debug')), io)
  }
}

async function sayTrouble(text: string, io: Io): Promise<ExitCode> {
  try {
    await write(io.stderr, text)
  } catch {
    // Where not even this can be written, the exit code has to say it.
  }
  return exitCode.trouble
}

function describe(error: unknown, debug: boolean): string {
  const lines =
    error instanceof SetupError
      ? error.lines
      : error instanceof Error
        ? [error.name === 'RuleError' ? error.message : `unexpected trouble: ${error.message}`]
        : [`unexpected trouble: ${String(error)}`]
  const shown =
    lines.length > mostLines ? [...lines.slice(0, mostLines), `and ${lines.length - mostLines} more`] : lines
  const text = shown.map(line => `dunlint: ${visible(line)}\n`).join('')
  return debug && error instanceof Error && !(error instanceof SetupError) ? `${text}${error.stack}\n` : text
}
