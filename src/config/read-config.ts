import type { Node } from 'yaml'
import { expectedValues, validValue } from '../parse/facts.ts'
import type { Strictness } from '../read/index.ts'
import { strictnesses } from '../read/index.ts'
import type { Locale } from '../rule/index.ts'
import { locales } from '../rule/index.ts'
import { didYouMean } from '../rule/nearest.ts'
import type { FactName, Facts } from '../script/index.ts'
import { factNames, factValues } from '../script/index.ts'
import type { Config, ConfigProblem, Override, PlacedPack, PlacedSetting, RuleSettings } from './config.ts'
import { usualFalseAlarms } from './config.ts'
import { ConfigReader } from './config-reader.ts'
import { readSetting, settingNames } from './setting.ts'

type Path = readonly (string | number)[]

export interface ConfigResult {
  readonly config: Config
  readonly problems: readonly ConfigProblem[]
}

/** The keys of a config file, and of one of its overrides; `schema.json` has the same. */
const configKeys = ['$schema', 'locale', 'reader', 'packs', 'facts', 'rules', 'overrides', 'ignore'] as const
const overrideKeys = ['files', 'facts', 'rules'] as const

/** Reads a config file, YAML or JSON, and freezes it. Never throws: what is wrong comes back as problems. */
export function readConfig(file: string, text: string): ConfigResult {
  const reader = new ConfigReader(file, text)
  if (reader.problems.length) return { config: freeze({}), problems: reader.problems }
  const found: { -readonly [key in keyof Config]?: Config[key] } = {}
  for (const { key, value, path } of reader.entries(reader.root, [], configKeys)) {
    if (key === 'locale') {
      const locale = readLocale(reader, value, path)
      if (locale) found.locale = locale
    } else if (key === 'reader') found.reader = readReader(reader, value, path)
    else if (key === 'packs') found.packs = readPacks(reader, value, path)
    else if (key === 'facts') found.facts = readFacts(reader, value, path)
    else if (key === 'rules') found.rules = readRules(reader, value, path)
    else if (key === 'overrides') found.overrides = readOverrides(reader, value, path)
    else if (key === 'ignore') found.ignore = reader.texts(value, path).map(item => item.text)
  }
  return { config: freeze(found), problems: reader.problems }
}

function freeze(found: Partial<Config>): Config {
  return Object.freeze({
    reader: usualFalseAlarms,
    packs: [],
    facts: {},
    rules: new Map(),
    overrides: [],
    ignore: [],
    ...found
  })
}

function readLocale(reader: ConfigReader, node: Node | undefined, path: Path): Locale | undefined {
  const locale = locales.find(name => name === reader.scalar(node))
  if (!locale) reader.problem(node, path, `must be one of ${locales.join(', ')}`)
  return locale
}

/** `off`, or a map with how many false alarms are put up with. */
function readReader(reader: ConfigReader, node: Node | undefined, path: Path): Config['reader'] {
  if (reader.scalar(node) === 'off') return 'off'
  const problems = reader.problems.length
  const entries = reader.entries(node, path, ['falseAlarms'])
  const entry = entries.find(({ key }) => key === 'falseAlarms')
  const chosen = strictnesses.find((name): name is Strictness => name === reader.scalar(entry?.value))
  if (!chosen && reader.problems.length === problems)
    reader.problem(
      entry?.value ?? node,
      entry?.path ?? path,
      `must be off, or { falseAlarms: ${strictnesses.join(' | ')} }`
    )
  return chosen ?? usualFalseAlarms
}

function readPacks(reader: ConfigReader, node: Node | undefined, path: Path): PlacedPack[] {
  return reader.texts(node, path).map(item => ({ name: item.text, ...reader.place(item.node) }))
}

function readFacts(reader: ConfigReader, node: Node | undefined, path: Path): Facts {
  const facts: { [name in FactName]?: readonly string[] } = {}
  for (const entry of reader.entries(node, path, factNames)) {
    const name = entry.key as FactName
    const known: 'any' | readonly string[] = factValues[name]
    const values = reader.texts(entry.value, entry.path, true).flatMap(item => {
      const value = validValue(name, item.text.trim())
      if (value !== undefined) return [value]
      const meant = known === 'any' ? '' : didYouMean(item.text, known)
      const message = `"${item.text}" is no value of "${name}"; known are ${expectedValues(name)}${meant}`
      reader.problem(item.node, item.path, message)
      return []
    })
    if (values.length) facts[name] = [...new Set(values)]
  }
  return facts
}

function readRules(reader: ConfigReader, node: Node | undefined, path: Path): RuleSettings {
  const rules = new Map<string, PlacedSetting>()
  for (const entry of reader.entries(node, path)) {
    const setting = readSetting(reader.scalar(entry.value))
    if (setting) rules.set(entry.key, { setting, ...reader.place(entry.keyNode), key: entry.path.join('.') })
    else
      reader.problem(entry.value ?? entry.keyNode, entry.path, `must be one of ${settingNames.join(', ')} (or 0, 1, 2)`)
  }
  return rules
}

function readOverrides(reader: ConfigReader, node: Node | undefined, path: Path): Override[] {
  return reader.items(node, path).map(item => {
    const entries = reader.entries(item.node, item.path, overrideKeys)
    const of = (key: string) => entries.find(entry => entry.key === key)
    const files = of('files')
    const facts = of('facts')
    const rules = of('rules')
    const globs = files ? reader.texts(files.value, files.path, true).map(glob => glob.text) : []
    if (!files) reader.problem(item.node, item.path, 'the key "files" is missing: which files is this for?')
    return {
      files: globs,
      facts: facts ? readFacts(reader, facts.value, facts.path) : {},
      rules: rules ? readRules(reader, rules.value, rules.path) : new Map()
    }
  })
}
