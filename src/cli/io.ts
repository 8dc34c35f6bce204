import type { Readable, Writable } from 'node:stream'
import { reasonOf, SetupError } from './setup-error.ts'

/** The outside world as `main` sees it; `bin` passes the process, tests pass their own. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean }
  readonly stderr: Writable
  /** Fails where the working directory is gone. */
  readonly cwd: () => string
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Writes, and waits until it is written. A reader that went away (`dunlint | head`) is no trouble of ours.
 * @throws SetupError where it cannot be written, as on a full disk.
 */
export function write(stream: Writable, text: string): Promise<void> {
  if (text === '') return Promise.resolve()
  return new Promise((done, fail) => {
    stream.write(text, error => {
      if (error && !isClosedPipe(error)) fail(new SetupError(`cannot write the output: ${reasonOf(error)}`))
      else done()
    })
  })
}

/** Without a listener, a stream that fails would end the process with a stack trace; `write` says what failed. */
export function outliveBrokenStreams(io: Io): void {
  for (const stream of [io.stdout, io.stderr]) stream.on('error', () => undefined)
}

function isClosedPipe(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' || error.code === 'EOF'
}
