import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../src/config/index.ts'
import schema from '../../src/config/schema.json' with { type: 'json' }
import { factNames, factValues } from '../../src/script/index.ts'

const fitsSchema = new Ajv({ strict: false }).compile(schema)

test('a config with everything in it', () => {
  const { config, problems } = readConfig(
    'dunlint.config.yaml',
    `locale: zh-Hans
packs: [us, ./our-rules]
facts:
  jurisdiction: us
  channel: [call, voicemail]
rules:
  core/no-arrest-threat: warn
overrides:
  - files: voicemail/**
    facts: { channel: voicemail }
    rules: { core/no-arrest-threat: 0 }
ignore: [drafts/]
`
  )
  expect(problems).toEqual([])
  expect(config).toMatchObject({
    locale: 'zh-Hans',
    packs: [{ name: 'us', line: 2 }, { name: './our-rules' }],
    facts: { jurisdiction: ['us'], channel: ['call', 'voicemail'] },
    ignore: ['drafts/']
  })
  expect(config.rules.get('core/no-arrest-threat')).toMatchObject({ setting: 'warning', line: 7, column: 3 })
  expect(config.overrides[0]!.rules.get('core/no-arrest-threat')?.setting).toBe('off')
  expect(Object.isFrozen(config)).toBe(true)
})

test.each([
  ['rulez: {}', 1, 1, 'rulez', 'unknown key "rulez"; did you mean "rules"?'],
  ['rules:\n  core/a: loud', 2, 11, 'rules.core/a', 'must be one of off, info, warn, warning, error (or 0, 1, 2)'],
  ['rules:\n  core/a:', 2, 10, 'rules.core/a', 'must be one of off, info, warn, warning, error (or 0, 1, 2)'],
  ['rules: [a]', 1, 8, 'rules', 'must be a map of keys to values'],
  ['locale: fr', 1, 9, 'locale', 'must be one of en, zh-Hans, zh-Hant'],
  ['packs: us', 1, 8, 'packs', 'must be a list'],
  ['packs: [3]', 1, 9, 'packs.0', 'must be a text'],
  ['facts: {chanel: call}', 1, 9, 'facts.chanel', 'unknown key "chanel"; did you mean "channel"?'],
  [
    'facts: {channel: calls}',
    1,
    18,
    'facts.channel',
    '"calls" is no value of "channel"; known are call, voicemail, sms, ai-voice, prerecorded; did you mean "call"?'
  ],
  [
    'facts: {jurisdiction: [us, usa]}',
    1,
    28,
    'facts.jurisdiction.1',
    '"usa" is no value of "jurisdiction"; known are us, us-ca, uk, cn, tw, hk, …'
  ],
  [
    'overrides: [{files: a, facts: {language: english}}]',
    1,
    42,
    'overrides.0.facts.language',
    '"english" is no value of "language"; known are en, zh-Hans, zh-Hant, …'
  ],
  ['overrides: [{rules: {}}]', 1, 13, 'overrides.0', 'the key "files" is missing: which files is this for?'],
  ['overrides: [{files: a, ruels: {}}]', 1, 24, 'overrides.0.ruels', 'unknown key "ruels"; did you mean "rules"?'],
  ['- a', 1, 1, '', 'must be a map of keys to values'],
  ['just text', 1, 1, '', 'must be a map of keys to values']
])('%s', (text, line, column, key, message) => {
  const { problems } = readConfig('dunlint.config.yaml', text)
  expect(problems).toEqual([{ file: 'dunlint.config.yaml', line, column, key, message }])
  expect(fitsSchema(parse(text))).toBe(false)
})

test.each(['', '{}', '# nothing\n', '{"$schema": "x", "rules": {"core/a": 2}}', 'overrides: [{files: [a, b]}]'])(
  'fits: %s',
  text => {
    expect(readConfig('dunlint.config.json', text).problems).toEqual([])
    expect(fitsSchema(parse(text) ?? {})).toBe(true)
  }
)

test.each(['a: [', 'rules: {a: off}\nrules: {a: off}', '\tlocale: en'])('broken syntax is a problem: %s', text => {
  const { problems } = readConfig('dunlint.config.yaml', text)
  expect(problems.length).toBeGreaterThan(0)
  expect(problems[0]).toMatchObject({ key: '', line: expect.any(Number) })
})

test('values of facts are read as in front matter', () => {
  const { config, problems } = readConfig(
    'dunlint.config.yaml',
    'facts: {jurisdiction: US-CA, product: [], channel: [Call, call]}'
  )
  expect(problems).toEqual([])
  expect(config.facts).toEqual({ jurisdiction: ['us-ca'], channel: ['call'] })
})

test('the schema knows the same facts and values', () => {
  expect(Object.keys(schema.definitions.facts.properties)).toEqual(factNames)
  for (const name of factNames) {
    const known: 'any' | readonly string[] = factValues[name]
    if (known === 'any') continue
    for (const value of known) expect(fitsSchema({ facts: { [name]: [value] } })).toBe(true)
  }
})

test.each([
  ['reader: off', 'off'],
  ["reader: { falseAlarms: '0.5%' }", '0.5%'],
  ['{}', '2%']
])('the second reader can be switched off and made stricter: %s', (text, expected) => {
  const { config, problems } = readConfig('dunlint.config.yaml', text)
  expect(problems).toEqual([])
  expect(config.reader).toBe(expected)
  expect(fitsSchema(parse(text))).toBe(true)
})

test.each([
  ['reader: on', 'reader'],
  ['reader: {}', 'reader'],
  ['reader: { falseAlarms: 7 }', 'reader.falseAlarms'],
  ['reader: { strictness: 1 }', 'reader.strictness'],
  ['reader: [off]', 'reader']
])('a setting of the second reader that there is not is a problem at its place: %s', (text, key) => {
  const { problems } = readConfig('dunlint.config.yaml', text)
  expect(problems).toEqual([expect.objectContaining({ key, line: 1 })])
  expect(fitsSchema(parse(text))).toBe(false)
})
