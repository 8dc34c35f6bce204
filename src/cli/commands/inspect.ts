import { resolve } from 'node:path'
import { formatOf, parseScript } from '../../parse/index.ts'
import { harmlessJson, visible } from '../../report/plain-line.ts'
import { outline } from '../../script/outline.ts'
import { describeScript } from '../describe-script.ts'
import type { ExitCode } from '../exit-code.ts'
import { exitCode } from '../exit-code.ts'
import { endings } from '../find-scripts.ts'
import type { Io } from '../io.ts'
import { write } from '../io.ts'
import type { ReadSource } from '../read-source.ts'
import { readSource } from '../read-source.ts'
import { reasonOf, SetupError } from '../setup-error.ts'

/** `dunlint inspect FILE`: how a script is read. */
export async function inspect(name: string, flags: { readonly format: 'tree' | 'json' }, io: Io): Promise<ExitCode> {
  const path = resolve(io.cwd(), name)
  const { file, troubles } = readOrThrow(path, name)
  const format = formatOf(path)
  if (!format) throw new SetupError(`"${name}" is in no format that dunlint reads; a script ends in ${endings}`)
  const parsed = await parseScript(file, format)
  const described = describeScript(parsed.script, [...troubles, ...parsed.troubles])
  if (flags.format === 'json') await write(io.stdout, harmlessJson(described, 2))
  else {
    const troubleLines = described.troubles.map(
      ({ code, start }) => `trouble ${start.line}:${start.column} | ${code}\n`
    )
    await write(io.stdout, outline(parsed.script).split('\n').map(visible).join('\n') + troubleLines.join(''))
  }
  return exitCode.clean
}

function readOrThrow(path: string, name: string): ReadSource {
  try {
    return readSource(path)
  } catch (error) {
    throw new SetupError(`cannot read "${name}": ${reasonOf(error)}`)
  }
}
