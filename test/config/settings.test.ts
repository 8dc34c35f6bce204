import { expect, test } from 'vitest'
import { findConfig, globTest, readConfig, readRuleOption, settingsFor, unknownRules } from '../../src/config/index.ts'
import { nearest } from '../../src/rule/nearest.ts'

const { config } = readConfig(
  'dunlint.config.yaml',
  `facts: { jurisdiction: us, channel: call }
rules: { core/a: error, core/b: info }
overrides:
  - { files: 'voicemail/**', facts: { channel: voicemail } }
  - { files: ['*.{txt,yaml}', '!keep.txt'], rules: { core/a: off } }
  - { files: voicemail/late.md, rules: { core/b: warn } }
`
)

test('overrides lie over the config, the later over the earlier', () => {
  const of = settingsFor(config)
  expect(of('a.md')).toEqual({
    rules: new Map([
      ['core/a', 'error'],
      ['core/b', 'info']
    ]),
    facts: { jurisdiction: ['us'], channel: ['call'] }
  })
  expect(of('voicemail/deep/a.md').facts).toEqual({ jurisdiction: ['us'], channel: ['voicemail'] })
  expect(of('deep/er/x.yaml').rules.get('core/a')).toBe('off')
  expect(of('keep.txt').rules.get('core/a')).toBe('error')
  expect(of('voicemail/late.md').rules.get('core/b')).toBe('warning')
})

test('a file outside of the folder of the config has no overrides; like files share one answer', () => {
  const of = settingsFor(config)
  expect(of(undefined)).toBe(of('a.md'))
  expect(of('x.txt')).toBe(of('y/z.yaml'))
})

test.each([
  ['*.md', 'a/b.md', true],
  ['/*.md', 'a/b.md', false],
  ['a/', 'a/b.md', true],
  ['a/**/c.md', 'a/b/c.md', true],
  ['{a,b}/*.{md,txt}', 'b/x.txt', true],
  ['{a,b}/*.{md,txt}', 'c/x.txt', false],
  ['*.md', '../out.md', false]
])('%s and %s: %s', (glob, path, fits) => {
  expect(globTest([glob])(path)).toBe(fits)
})

test('alternatives cannot be multiplied without end', () => {
  expect(globTest(['{a,b}'.repeat(40)])('a')).toBe(false)
})

test.each([
  ['core/a: off', [['core/a', 'off']]],
  [
    'core/a:2, us/b: warn',
    [
      ['core/a', 'error'],
      ['us/b', 'warning']
    ]
  ],
  ['"core/a": "info"', [['core/a', 'info']]]
])('--rule %s', (text, entries) => {
  expect(readRuleOption(text)).toEqual(new Map(entries as [string, string][]))
})

test.each(['core/a', 'core/a: loud', ': off', ''])('--rule %j is refused', text => {
  expect(typeof readRuleOption(text)).toBe('string')
})

test('a setting of a rule that does not exist is shown where it stands', () => {
  expect(unknownRules('c.yaml', config, new Set(['core/a', 'core/bb']))).toMatchObject([
    { line: 2, key: 'rules.core/b', message: 'unknown rule "core/b"; did you mean "core/a"?' },
    { line: 6, key: 'overrides.2.rules.core/b' }
  ])
  expect(unknownRules('c.yaml', config, new Set(['core/a', 'core/b']))).toEqual([])
})

test('nearest says nothing rather than something far', () => {
  expect(nearest('--quite', ['--quiet', '--rule'])).toBe('--quiet')
  expect(nearest('zebra', ['quiet', 'rule'])).toBeUndefined()
})

test('the nearest folder with a config wins', () => {
  const files = new Set(['/a/dunlint.config.yml', '/dunlint.config.yaml', '/dunlint.config.json'])
  const has = (folder: string, name: string) => files.has(`${folder === '/' ? '' : folder}/${name}`)
  expect(findConfig(['/a/b', '/a', '/'], has)).toEqual({ folder: '/a', names: ['dunlint.config.yml'] })
  expect(findConfig(['/'], has)?.names).toHaveLength(2)
  expect(findConfig(['/x'], has)).toBeUndefined()
})
