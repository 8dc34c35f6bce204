import { relative, resolve } from 'node:path'
import type { DisclosureCategory } from '../../diagnostic/index.ts'
import { disclosureCategories } from '../../diagnostic/index.ts'
import type { FileCoverage } from '../../lint/index.ts'
import { coverFile } from '../../lint/index.ts'
import { harmlessJson, visible } from '../../report/plain-line.ts'
import { table } from '../../report/table.ts'
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
  readonly format: 'table' | 'json'
  readonly outputFile?: string
  readonly ignore: boolean
}

type Status = FileCoverage['disclosures'][number]['status']

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
  const text = flags.format === 'json' ? asJson(covered) : asTable(covered, io.cwd())
  if (flags.outputFile === undefined) await write(io.stdout, text)
  else writeOutput(resolve(io.cwd(), flags.outputFile), text)
  for (const line of lines) await write(io.stderr, `dunlint: ${visible(line)}\n`)
  return lines.length ? exitCode.trouble : exitCode.clean
}

function asJson(files: readonly FileCoverage[]): string {
  return harmlessJson(files.map(({ file, disclosures }) => ({ filePath: file.path, disclosures })))
}

const marks: Readonly<Record<Status, string>> = {
  present: '✔',
  'some-paths': '~',
  partial: '½',
  missing: '✖',
  'not due': '-'
}
const legend = '✔ said on every path   ~ on some paths only   ½ some of it   ✖ missing   - not due'

/** Scripts by disclosures; the columns are numbered, since their names would not fit side by side. */
function asTable(files: readonly FileCoverage[], cwd: string): string {
  const columns = disclosureCategories.filter(category => files.some(file => statusOf(file, category)))
  if (columns.length === 0) return 'No rule of this run is about a disclosure.\n'
  const heads = columns.map((category, at) => `${at + 1} ${category}\n`).join('')
  const rows = files.map(file => [
    visible(relative(cwd, file.file.path) || file.file.path),
    ...columns.map(category => marks[statusOf(file, category) ?? 'not due'])
  ])
  return `${heads}\n${table([['', ...columns.map((_, at) => `${at + 1}`)], ...rows])}\n${legend}\n`
}

function statusOf(file: FileCoverage, category: DisclosureCategory): Status | undefined {
  return file.disclosures.find(disclosure => disclosure.category === category)?.status
}
