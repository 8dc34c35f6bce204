import { resolve } from 'node:path'
import { describeConfigProblem } from './cli/describe-problem.ts'
import { resolveRun } from './cli/prepare-run.ts'
import { SetupError } from './cli/setup-error.ts'
import type { ConfigInput } from './config/config-input.ts'
import { readConfig } from './config/read-config.ts'
import type { Diagnostic } from './diagnostic/index.ts'
import { lintFile } from './lint/index.ts'
import { formatOf } from './parse/index.ts'
import type { Locale } from './rule/index.ts'
import { createSourceFile } from './source/index.ts'

export { SetupError } from './cli/setup-error.ts'
export type { ConfigInput, FactsInput, OverrideInput, RulesInput } from './config/config-input.ts'
export { defineConfig } from './config/config-input.ts'
export type { Category, Diagnostic, Evaluability, Reference, Severity } from './diagnostic/index.ts'
export { RuleError } from './lint/index.ts'
export type { Finding, Locale, RuleContext, RuleDefinition, RuleMatch } from './rule/index.ts'
export { defineRule } from './rule/index.ts'

/** What one text is, beyond its words. */
export interface TextOptions {
  /** Gives the format by its ending, and the overrides that hold; relative to the linter's folder. */
  readonly path?: string
  /** Outweighs the ending of `path`; without either, Markdown. */
  readonly format?: 'markdown' | 'yaml'
  /** False: directives in the text excuse nothing. */
  readonly inlineConfig?: boolean
}

export interface LinterOptions {
  /** What paths in the config are relative to; without it, the working directory. */
  readonly folder?: string
}

export interface LintedText {
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[]
  /** What the text itself excuses, with the reasons it gives. */
  readonly suppressed: readonly { readonly diagnostic: Diagnostic; readonly reason: string }[]
}

export interface Linter {
  readonly lint: (text: string, options?: TextOptions) => Promise<LintedText>
}

/** Makes a linter once, for many texts. @throws SetupError where config or packs are wrong. */
export async function createLinter(config: ConfigInput = {}, options: LinterOptions = {}): Promise<Linter> {
  const folder = resolve(options.folder ?? '.')
  if (typeof config !== 'object' || config === null || Array.isArray(config))
    throw new TypeError(`the config must be an object, as defineConfig takes it; it is ${kindOf(config)}`)
  const { config: read, problems } = readConfig('config', JSON.stringify(config))
  if (problems.length) throw new SetupError(problems.map(problem => describeConfigProblem(problem, undefined)))
  const locale: Locale = read.locale ?? 'en'
  const run = await resolveRun({ config: read, folder }, locale)
  return {
    lint: async (text, { path, format, inlineConfig = true } = {}) => {
      if (typeof text !== 'string')
        throw new TypeError(`the text to lint must be a string; it is ${kindOf(text)} (a Buffer has toString('utf8'))`)
      const absolute = resolve(folder, path ?? 'script')
      const file = createSourceFile(path ?? '<text>', text)
      const { ruleset, facts } = run.forFile(absolute)
      const chosen = format ?? (path === undefined ? 'markdown' : formatOf(path))
      if (chosen !== undefined && chosen !== 'markdown' && chosen !== 'yaml')
        throw new SetupError(`there is no format "${chosen}"; use "markdown" or "yaml"`)
      if (!chosen) throw new SetupError(`"${path}" is in no format that dunlint reads; say which with "format"`)
      const { diagnostics, suppressed } = await lintFile(file, chosen, ruleset, { locale, inlineConfig, facts })
      return { diagnostics, suppressed }
    }
  }
}

/** Lints one text. For many, make a linter with `createLinter`. */
export async function lint(
  text: string,
  options: TextOptions & LinterOptions & { readonly config?: ConfigInput } = {}
): Promise<LintedText> {
  const { config, folder, ...textOptions } = options
  const linter = await createLinter(config, folder === undefined ? {} : { folder })
  return linter.lint(text, textOptions)
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value
}
