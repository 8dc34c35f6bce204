import { relative, sep } from 'node:path'
import type { Setting } from '../config/index.ts'
import { readRuleOption } from '../config/setting.ts'
import { settingsFor } from '../config/settings-for.ts'
import { unknownRule, unknownRules } from '../config/unknown-rules.ts'
import { chooseRules } from '../pack/create-ruleset.ts'
import { createLibrary } from '../pack/rule-library.ts'
import type { Locale, Rule, Ruleset } from '../rule/index.ts'
import type { Facts } from '../script/index.ts'
import { readerModel } from './built-in-packs.ts'
import { chooseLocale } from './choose-locale.ts'
import { describeConfigProblem } from './describe-problem.ts'
import type { Io } from './io.ts'
import type { LoadedConfig } from './load-config.ts'
import { loadConfig } from './load-config.ts'
import type { LoadedPacks } from './load-packs.ts'
import { loadPacks } from './load-packs.ts'
import { SetupError } from './setup-error.ts'

/** The flags that decide what rules run, and how they speak. */
export interface RunFlags {
  readonly config?: string
  readonly configLookup: boolean
  readonly rule?: readonly string[]
  readonly locale?: string
}

/** A rule that exists, on or off. */
export interface ListedRule {
  readonly ruleId: string
  readonly pack: string
  readonly rule: Rule
  readonly setting: Setting
}

/** Config, packs and rules of one run, resolved. */
export interface Run {
  readonly config: LoadedConfig
  readonly packs: LoadedPacks
  readonly locale: Locale
  /** The rules for one file, and what config says about it; files under the same overrides share a ruleset. */
  readonly forFile: (path: string) => { readonly ruleset: Ruleset; readonly facts: Facts }
  /** All rules, also those that are off, with what config and flags set them to. */
  readonly allRules: () => readonly ListedRule[]
}

/** @throws SetupError where config, packs or flags are wrong. */
export async function prepareRun(flags: RunFlags, io: Io): Promise<Run> {
  const config = await loadConfig(io.cwd(), flags.config, flags.configLookup)
  return resolveRun(config, chooseLocale(flags.locale, config.config.locale, io.env), flags.rule)
}

/** The same for a config that is at hand. @throws SetupError where it is wrong. */
export async function resolveRun(
  config: LoadedConfig,
  locale: Locale,
  ruleFlags: readonly string[] = []
): Promise<Run> {
  const packs = await loadPacks(config.config, config.path, config.folder)
  checkRuleNames(config, packs)
  const fromFlags = readRuleFlags(ruleFlags, packs.ruleIds)
  const settings = settingsFor(config.config)
  const everywhere = new Map([...settings(undefined).rules, ...fromFlags])
  if ([...packs.ruleIds].every(id => everywhere.get(id) === 'off'))
    throw new SetupError('every rule is off, so there is nothing to check')
  const { reader: falseAlarms } = config.config
  const reader = falseAlarms === 'off' ? {} : { reader: { model: readerModel(), falseAlarms } }
  const chosen = packs.lexicon ? packs : withoutIdle(packs, config, fromFlags)
  const library = createLibrary({ ...chosen, ...reader })
  const rulesets = new Map<unknown, Ruleset>()
  return {
    config,
    packs,
    locale,
    forFile: path => {
      const answer = settings(insideOf(config.folder, path))
      let ruleset = rulesets.get(answer)
      if (!ruleset) {
        const chosen = chooseRules(library, new Map([...answer.rules, ...fromFlags]))
        ruleset = Object.freeze({ ...chosen, knownRuleIds: packs.ruleIds })
        rulesets.set(answer, ruleset)
      }
      return { ruleset, facts: answer.facts }
    },
    allRules: () =>
      chooseRules(createLibrary(packs)).rules.map(({ severity, ...active }) => ({
        ...active,
        setting: everywhere.get(active.ruleId) ?? severity
      }))
  }
}

/** The packs without the rules that are off for every file: what is compiled for this run alone should be little. */
function withoutIdle(packs: LoadedPacks, { config }: LoadedConfig, flags: ReadonlyMap<string, Setting>): LoadedPacks {
  const isIdle = (id: string) =>
    flags.has(id)
      ? flags.get(id) === 'off'
      : config.rules.get(id)?.setting === 'off' &&
        config.overrides.every(({ rules }) => (rules.get(id)?.setting ?? 'off') === 'off')
  return {
    ...packs,
    packs: packs.packs.map(pack => ({ ...pack, rules: pack.rules.filter(rule => !isIdle(`${pack.name}/${rule.id}`)) })),
    codeRules: packs.codeRules.filter(rule => !isIdle(`${rule.pack}/${rule.id}`))
  }
}

function checkRuleNames({ config, path }: LoadedConfig, { ruleIds }: LoadedPacks): void {
  const problems = unknownRules(path ?? '', config, ruleIds)
  if (problems.length) throw new SetupError(problems.map(problem => describeConfigProblem(problem, path)))
}

function readRuleFlags(flags: readonly string[], known: ReadonlySet<string>): ReadonlyMap<string, Setting> {
  const all = new Map<string, Setting>()
  for (const flag of flags) {
    const read = readRuleOption(flag)
    if (typeof read === 'string') throw new SetupError(`--rule: ${read}`)
    for (const [id, setting] of read) {
      if (!known.has(id)) throw new SetupError(`--rule: ${unknownRule(id, known)}`)
      all.set(id, setting)
    }
  }
  return all
}

function insideOf(folder: string, path: string): string | undefined {
  const inside = relative(folder, path)
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) ? undefined : inside.split(sep).join('/')
}
