import type { Command } from 'commander'
import { Option } from 'commander'
import { reportNames } from '../report/registry.ts'
import {
  collect,
  configLookupOption,
  configOption,
  localeOption,
  outputOption,
  parseCount,
  ruleOption
} from './shared-options.ts'

/** The flags of the default command, in groups as `--help` shows them. Names are ESLint's where it has one. */
export function lintOptions(command: Command): Command {
  return command
    .optionsGroup('Rules and config:')
    .addOption(configOption())
    .addOption(configLookupOption())
    .addOption(ruleOption())
    .option('--no-inline-config', 'let comments in scripts excuse nothing')
    .optionsGroup('Which files:')
    .option('--no-ignore', 'lint ignored files too (.gitignore, .dunlintignore, config)')
    .addOption(
      new Option('--ignore-pattern <pattern>', 'ignore these as well; may be repeated')
        .argParser(collect)
        .conflicts('ignore')
    )
    .option('--no-warn-ignored', 'say nothing about a named file that is ignored')
    .option('--no-error-on-unmatched-pattern', 'let a pattern match nothing')
    .option('--pass-on-no-patterns', 'lint nothing where no pattern is given')
    .option('--stdin', 'lint what is piped in')
    .option('--stdin-filename <name>', 'the name of what is piped in: gives format and config')
    .optionsGroup('How strict:')
    .option('-q, --quiet', 'report errors only; warnings still count for --max-warnings')
    .option('--max-warnings <n>', 'fail on more warnings than this', parseCount, -1)
    .optionsGroup('Output:')
    .addOption(new Option('-f, --format <format>', 'how to report').choices(reportNames).default(reportNames[0]))
    .addOption(outputOption())
    .addOption(localeOption())
    .option('--explain', 'say under each finding which words met which concepts')
    .option('--color', 'use colours even in a pipe or a file')
    .option('--no-color', 'use no colours')
    .option('--debug', 'say on standard error what is read, what is left out and how long it takes')
    .optionsGroup('About:')
}

export const lintExamples = `
Examples:
  dunlint                                 lint all scripts in this folder
  dunlint scripts/ 'calls/**/*.md'        lint a folder and a glob
  dunlint --locale zh-Hans 话术/           report in simplified Chinese
  dunlint --max-warnings 0 scripts/       let no warning pass
  dunlint -f json -o report.json scripts/
  cat call.md | dunlint --stdin --stdin-filename call.md
  dunlint explain core/no-arrest-threat

Exit code: 0 no errors · 1 errors, or too many warnings · 2 trouble with flags, config, packs or files
A folder called like a command is linted as ./rules
In folders and globs, README, CHANGELOG, CONTRIBUTING, LICENSE, CODE_OF_CONDUCT and SECURITY files, and the files of
tools (package.json, …), are passed over; name one to lint it.
`

export const rulesTestExamples = `
Examples:
  dunlint rules test                      the built-in packs
  dunlint rules test ./our-rules          a pack of your own

Exit code: 0 all as marked · 1 a specimen is not · 2 a pack that cannot be read
`
