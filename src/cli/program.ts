import type { Writable } from 'node:stream'
import { Command } from 'commander'
import { visible } from '../report/plain-line.ts'
import { nearest } from '../rule/nearest.ts'
import type { ExitCode } from './exit-code.ts'
import { exitCode } from './exit-code.ts'
import { lintExamples, lintOptions, rulesTestExamples } from './help.ts'
import type { Io } from './io.ts'
import { write } from './io.ts'
import { SetupError } from './setup-error.ts'
import {
  configLookupOption,
  configOption,
  formatOption,
  localeOption,
  outputOption,
  ruleOption
} from './shared-options.ts'
import { version } from './version.ts'

/** Parses the arguments and runs the command they name; only that command's code is loaded. */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean
  const run = (command: () => Promise<ExitCode>) => async () => {
    code = await command()
  }
  const said: { stream: Writable; text: string }[] = []
  const say = (stream: Writable) => (text: string) => void said.push({ stream, text })
  try {
    await build(io, run, { out: say(io.stdout), err: say(io.stderr) }).parseAsync([...argv], { from: 'user' })
  } finally {
    // Commander writes without waiting; here it is waited for, so that a full disk is noticed.
    for (const { stream, text } of said) await write(stream, text)
  }
  return code
}

type Run = (command: () => Promise<ExitCode>) => () => Promise<void>

/** Where commander's own texts go: help, version, what is wrong with the arguments. */
interface Said {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

function build(io: Io, run: Run, said: Said): Command {
  const program = new Command('dunlint')
    .description('Lints debt-collection call scripts before anyone dials.')
    .usage('[options] [files, folders, globs…]')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: said.out,
      writeErr: said.err,
      outputError: (text, print) => print(`dunlint: ${shownError(text)}\n`),
      getOutHasColors: () => false,
      getErrHasColors: () => false
    })
  lintOptions(program.argument('[patterns...]', 'files, folders and globs; without any, the working directory'))
    .addHelpText('after', lintExamples)
    .action((patterns: string[], flags) =>
      run(async () => (await import('./commands/lint.ts')).lint(patterns, flags, io))()
    )
  addRules(program, io, run)
  program
    .command('explain <rule>')
    .description('say what a rule wants and why, what to say instead, and which law it rests on')
    .addOption(configOption())
    .addOption(configLookupOption())
    .addOption(localeOption())
    .action((rule: string, flags) =>
      run(async () => (await import('./commands/explain.ts')).explain(rule, flags, io))()
    )
  program
    .command('coverage [patterns...]')
    .description('say for each script which required disclosures it gives, and where')
    .addOption(formatOption('table', 'json', 'csv', 'html'))
    .addOption(outputOption())
    .addOption(configOption())
    .addOption(configLookupOption())
    .addOption(ruleOption())
    .addOption(localeOption())
    .option('--no-ignore', 'take ignored files too')
    .action((patterns: string[], flags) =>
      run(async () => (await import('./commands/coverage.ts')).coverage(patterns, flags, io))()
    )
  program
    .command('inspect <file>')
    .description('show how a script is read: its steps, who says what, and where the call goes')
    .addOption(formatOption('tree', 'json'))
    .action((file: string, flags) =>
      run(async () => (await import('./commands/inspect.ts')).inspect(file, flags, io))()
    )
  return program
}

function addRules(program: Command, io: Io, run: Run): void {
  const rules = program
    .command('rules')
    .description('list the rules; or test and check rule folders')
    .addOption(formatOption('table', 'json'))
    .addOption(configOption())
    .addOption(configLookupOption())
    .addOption(localeOption())
    .allowExcessArguments()
    .action((flags, command: Command) =>
      run(async () => {
        refuseWord(command.args[0])
        return (await import('./commands/rules-list.ts')).rulesList(flags, io)
      })()
    )
  rules
    .command('test [folders...]')
    .description('run the specimens of rule folders (without any, of the built-in packs)')
    .addOption(formatOption('text', 'json'))
    .addHelpText('after', rulesTestExamples)
    .action((folders: string[], flags) =>
      run(async () => (await import('./commands/rules-test.ts')).rulesTest(folders, flags, io))()
    )
  rules
    .command('check [folders...]')
    .description('check rule folders: the schema, and a specimen that fires in each language')
    .action((folders: string[]) =>
      run(async () => (await import('./commands/rules-check.ts')).rulesCheck(folders, io))()
    )
}

/** The list takes no arguments: a word there is a mistyped command, or a folder that one was meant for. */
function refuseWord(word: string | undefined): void {
  if (word === undefined) return
  const near = nearest(word, ['test', 'check'])
  throw new SetupError(
    near === undefined
      ? `"rules ${word}" is no command; there are "rules test ${word}" and "rules check ${word}" for a folder`
      : `"rules ${word}" is no command; did you mean "rules ${near}"?`
  )
}

/** Commander's message as one line in our form, with what a user typed made harmless. */
function shownError(text: string): string {
  const [first = '', ...rest] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n')
  const hint = rest.join(' ').replace(/^\((.*)\)$/, '; $1')
  return visible(`${first}${hint.replace('Did you mean', 'did you mean')}`)
}
