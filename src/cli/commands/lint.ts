import { resolve } from 'node:path'
import type { Diagnostic } from '../../diagnostic/index.ts'
import { lintFile, troubleDiagnostic } from '../../lint/index.ts'
import type { ReportedFile } from '../../report/index.ts'
import { visible } from '../../report/plain-line.ts'
import type { ReportName } from '../../report/registry.ts'
import { loadReport } from '../../report/registry.ts'
import type { Locale } from '../../rule/index.ts'
import type { Script } from '../../script/index.ts'
import { colorLevel } from '../color-level.ts'
import { DebugLog } from '../debug-log.ts'
import type { ExitCode } from '../exit-code.ts'
import { exitCode } from '../exit-code.ts'
import { fileTrouble } from '../file-trouble.ts'
import { findScripts } from '../find-scripts.ts'
import { ignoredFile } from '../ignored-file.ts'
import type { Io } from '../io.ts'
import { write } from '../io.ts'
import type { Run, RunFlags } from '../prepare-run.ts'
import { prepareRun } from '../prepare-run.ts'
import type { ReadSource } from '../read-source.ts'
import { readSource } from '../read-source.ts'
import { SetupError } from '../setup-error.ts'
import { readStdin } from '../stdin.ts'
import { writeOutput } from '../write-output.ts'

/** The flags of the default command, as commander hands them over. */
export interface LintFlags extends RunFlags {
  readonly inlineConfig: boolean
  readonly ignore: boolean
  readonly ignorePattern?: readonly string[]
  readonly warnIgnored: boolean
  readonly errorOnUnmatchedPattern: boolean
  readonly passOnNoPatterns?: boolean
  readonly stdin?: boolean
  readonly stdinFilename?: string
  readonly quiet?: boolean
  readonly maxWarnings: number
  readonly format: ReportName
  readonly outputFile?: string
  readonly explain?: boolean
  readonly color?: boolean
  readonly debug?: boolean
}

/** The default command: lints what the patterns mean, or what is piped in. */
export async function lint(patterns: readonly string[], flags: LintFlags, io: Io): Promise<ExitCode> {
  refuseContradictions(patterns, flags)
  if (patterns.length === 0 && flags.passOnNoPatterns && !flags.stdin) return exitCode.clean
  const debug = new DebugLog(flags.debug ?? false, io)
  const run = await prepareRun(flags, io)
  debug.say(`config: ${run.config.path ?? 'none'}`)
  debug.say(`rules: ${run.packs.ruleIds.size} in ${run.packs.packs.map(pack => pack.name).join(', ')}`)
  const inputs = flags.stdin ? await stdinInputs(flags, io, run) : await fileInputs(patterns, flags, io, run)
  const troubles = [...inputs.troubles]
  const files: ReportedFile[] = []
  for (const input of inputs.inputs) {
    try {
      files.push(await lintOne(input, run, flags, debug))
    } catch (error) {
      // Whatever one file does to us, the reports of the others are not lost.
      troubles.push(fileTrouble(input.path, error))
      debug.stack(error)
    }
  }
  debug.say(`${files.length} files`)
  await report(files, run.locale, flags, io)
  for (const trouble of troubles) await write(io.stderr, `dunlint: ${visible(trouble)}\n`)
  return troubles.length ? exitCode.trouble : verdict(files, flags, io)
}

function refuseContradictions(patterns: readonly string[], flags: LintFlags): void {
  if (flags.stdin && patterns.length)
    throw new SetupError('--stdin lints what is piped in; leave out the file names, or --stdin')
  if (flags.stdinFilename !== undefined && !flags.stdin)
    throw new SetupError('--stdin-filename names what is piped in; it needs --stdin')
}

interface Input {
  readonly path: string
  readonly format: Script['format']
  /** A named file that is ignored is reported, not linted. */
  readonly ignored: boolean
  readonly read: () => ReadSource
}

interface Inputs {
  readonly inputs: readonly Input[]
  readonly troubles: readonly string[]
}

async function fileInputs(patterns: readonly string[], flags: LintFlags, io: Io, run: Run): Promise<Inputs> {
  const { scripts, ignored, troubles } = await findScripts(patterns, findOptions(flags, io, run))
  const inputs = scripts.map(({ path, format }) => ({ path, format, ignored: false, read: () => readSource(path) }))
  const passedOver = flags.warnIgnored ? ignored : []
  return { inputs: [...inputs, ...passedOver.map(ignoredInput)].sort(byPath), troubles }
}

async function stdinInputs(flags: LintFlags, io: Io, run: Run): Promise<Inputs> {
  const { input, isIgnored } = await readStdin(flags.stdinFilename, findOptions(flags, io, run), io)
  if (!isIgnored) return { inputs: [{ ...input, ignored: false, read: () => input.source }], troubles: [] }
  return { inputs: flags.warnIgnored ? [ignoredInput(input.path)] : [], troubles: [] }
}

function findOptions(flags: LintFlags, io: Io, { config }: Run) {
  return {
    cwd: io.cwd(),
    ignore: flags.ignore,
    ignorePatterns: [
      { folder: config.folder, patterns: config.config.ignore },
      { folder: io.cwd(), patterns: flags.ignorePattern ?? [] }
    ],
    errorOnUnmatched: flags.errorOnUnmatchedPattern
  }
}

function ignoredInput(path: string): Input {
  return { path, format: 'markdown', ignored: true, read: () => readSource(path) }
}

function byPath(a: Input, b: Input): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

async function lintOne(input: Input, run: Run, flags: LintFlags, debug: DebugLog): Promise<ReportedFile> {
  if (input.ignored) return { path: input.path, diagnostics: [ignoredFile(run.locale)], suppressed: [] }
  const source = input.read()
  const { ruleset, facts } = run.forFile(input.path)
  const started = debug.start()
  const options = { locale: run.locale, inlineConfig: flags.inlineConfig, facts }
  const result = await lintFile(source.file, input.format, ruleset, options)
  debug.file(result, started)
  const troubles = source.troubles.map(trouble => troubleDiagnostic(trouble, source.file, run.locale))
  const fatal = troubles.some(trouble => trouble.fatal)
  return {
    path: input.path,
    // What was not read at all says nothing about the script.
    diagnostics: fatal ? troubles : [...troubles, ...result.diagnostics],
    suppressed: fatal ? [] : result.suppressed
  }
}

async function report(files: readonly ReportedFile[], locale: Locale, flags: LintFlags, io: Io): Promise<void> {
  const shown = flags.quiet ? files.map(onlyErrors) : files
  const render = await loadReport(flags.format)
  const toFile = flags.outputFile !== undefined
  const text = render(shown, {
    locale,
    colorLevel: colorLevel(flags.color, io, toFile),
    explain: flags.explain ?? false
  })
  if (flags.outputFile === undefined) await write(io.stdout, text)
  else writeOutput(resolve(io.cwd(), flags.outputFile), text)
}

function onlyErrors(file: ReportedFile): ReportedFile {
  const isError = (diagnostic: Diagnostic) => diagnostic.severity === 'error'
  return {
    path: file.path,
    diagnostics: file.diagnostics.filter(isError),
    suppressed: file.suppressed.filter(({ diagnostic }) => isError(diagnostic))
  }
}

async function verdict(files: readonly ReportedFile[], flags: LintFlags, io: Io): Promise<ExitCode> {
  const count = (severity: Diagnostic['severity']) =>
    files.reduce((sum, file) => sum + file.diagnostics.filter(one => one.severity === severity).length, 0)
  if (count('error') > 0) return exitCode.problems
  if (flags.maxWarnings < 0 || count('warning') <= flags.maxWarnings) return exitCode.clean
  await write(io.stderr, `dunlint found too many warnings (maximum: ${flags.maxWarnings}).\n`)
  return exitCode.problems
}
