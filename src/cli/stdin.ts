import { resolve } from 'node:path'
import { formatOf } from '../parse/index.ts'
import type { Script } from '../script/index.ts'
import type { FindOptions } from './find-scripts.ts'
import { endings } from './find-scripts.ts'
import { Ignores } from './ignores.ts'
import type { Io } from './io.ts'
import type { ReadSource } from './read-source.ts'
import { decodeSource } from './read-source.ts'
import { SetupError } from './setup-error.ts'

export interface StdinInput {
  readonly input: { readonly path: string; readonly format: Script['format']; readonly source: ReadSource }
  readonly isIgnored: boolean
}

/** What is piped in. Without a name it is Markdown and cannot be ignored. */
export async function readStdin(name: string | undefined, options: FindOptions, io: Io): Promise<StdinInput> {
  const path = name === undefined ? '<text>' : resolve(io.cwd(), name)
  const format = name === undefined ? 'markdown' : formatOf(name)
  if (!format) throw new SetupError(`--stdin-filename: "${name}" is in no format that dunlint reads; use ${endings}`)
  const chunks: Buffer[] = []
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk))
  const source = decodeSource(path, Buffer.concat(chunks))
  const isIgnored = name !== undefined && options.ignore && new Ignores(options.cwd, options.ignorePatterns).file(path)
  return { input: { path, format, source }, isIgnored }
}
