import { relative, resolve } from 'node:path'
import type { FileCoverage } from '../../lint/index.ts'
import { coverFile } from '../../lint/index.ts'
import type { CoverageReportName } from '../../report/coverage/registry.ts'
import { loadCoverageReport } from '../../report/coverage/registry.ts'
import { visible } from '../../report/plain-line.ts'
import type { ExitCode } from '../exit-code.ts'
import { exitCode } from '../exit-code.ts'
import { fileTrouble } from '../file-trouble.ts'
import { findScripts } from '../find-scripts.ts'
import type { Io } from '../io.ts'
import { write } from '../io.ts'
import type { RunFlags } from '../prepare-run.ts'
import { prepareRun } from '../prepare-run.ts'
import { readSource } from '../read-source.ts'
import { writeOutput } from '../write-output.ts'

export interface CoverageFlags extends RunFlags {
  readonly format: CoverageReportName
  readonly outputFile?: string
  readonly ignore: boolean
}

/** `dunlint coverage`: evidence, not a verdict, so what is missing does not make it fail. */
export async function coverage(patterns: readonly string[], flags: CoverageFlags, io: Io): Promise<ExitCode> {
  const run = await prepareRun(flags, io)
  const { config, folder } = run.config
  const { scripts, troubles } = await findScripts(patterns, {
    cwd: io.cwd(),
    ignore: flags.ignore,
    ignorePatterns: [{ folder, patterns: config.ignore }],
    errorOnUnmatched: true
  })
  const lines = [...troubles]
  const covered: FileCoverage[] = []
  for (const { path, format } of scripts) {
    const { ruleset, facts } = run.forFile(path)
    try {
      const { file } = readSource(path)
      covered.push(await coverFile(file, format, ruleset, { locale: run.locale, inlineConfig: true, facts }))
    } catch (error) {
      lines.push(fileTrouble(path, error))
    }
  }
  const render = await loadCoverageReport(flags.format)
  const text = render(
    covered.map(({ file: { path }, disclosures }) => ({ path, shownPath: shown(path, io.cwd()), disclosures })),
    run.locale
  )
  if (flags.outputFile === undefined) await write(io.stdout, text)
  else writeOutput(resolve(io.cwd(), flags.outputFile), text)
  for (const line of lines) await write(io.stderr, `dunlint: ${visible(line)}\n`)
  return lines.length ? exitCode.trouble : exitCode.clean
}

function shown(path: string, cwd: string): string {
  return visible(relative(cwd, path) || path)
}
