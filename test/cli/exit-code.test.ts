import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bin, dunlint, folder, project, says } from './project.ts'

test('0 on a clean script, and not a byte on either stream', () => {
  const cwd = project({ 'a.md': says('Good day.') })
  expect(dunlint(['a.md'], { cwd })).toEqual({ code: 0, out: '', err: '' })
})

test('1 on an error, 0 on warnings and infos alone', () => {
  const cwd = project({ 'bad.md': says('This is wrong.'), 'risky.md': says('This is risky and odd.') })
  expect(dunlint(['bad.md'], { cwd }).code).toBe(1)
  const risky = dunlint(['risky.md'], { cwd })
  expect(risky.code).toBe(0)
  expect(risky.out).toBe(`
${cwd}/risky.md
  3:20  warning  Unexpected risky  demo/no-risky
  3:30  info     Unexpected odd    demo/no-odd

✖ 2 problems (0 errors, 1 warning, 1 info)

`)
})

test('--max-warnings: warnings count, infos do not, --quiet hides them and they still count', () => {
  const cwd = project({ 'risky.md': says('This is risky and odd.') })
  expect(dunlint(['--max-warnings', '1', '.'], { cwd }).code).toBe(0)
  const over = dunlint(['--max-warnings', '0', '.'], { cwd })
  expect(over.code).toBe(1)
  expect(over.err).toBe('dunlint found too many warnings (maximum: 0).\n')
  expect(dunlint(['-q', '--max-warnings', '0', '.'], { cwd })).toEqual({ ...over, out: '' })
  expect(dunlint(['-q', '.'], { cwd })).toEqual({ code: 0, out: '', err: '' })
})

test.each([
  [['--quite'], "unknown option '--quite'; did you mean --quiet?"],
  [['--max-warnings', 'many'], "option '--max-warnings <n>' argument 'many' is invalid. It must be a whole number."],
  [['--format', 'xml'], "option '-f, --format <format>' argument 'xml' is invalid. Allowed choices are stylish, json."],
  [['--locale', 'fr'], 'there is no locale "fr"; use one of en, zh-Hans, zh-Hant'],
  [['--rule', 'demo/no-wrong'], '--rule: "demo/no-wrong" does not have the form "rule: severity"'],
  [['--rule', 'demo/no-rong: off'], '--rule: unknown rule "demo/no-rong"; did you mean "demo/no-wrong"?'],
  [['--stdin', 'a.md'], '--stdin lints what is piped in; leave out the file names, or --stdin'],
  [['--stdin-filename', 'a.md'], '--stdin-filename names what is piped in; it needs --stdin'],
  [['--no-ignore', '--ignore-pattern', 'x'], '--ignore-pattern'],
  [['-c', 'none.yaml'], 'none.yaml: there is no such file'],
  [['nope.md'], 'no file matches "nope.md" (looked in '],
  [['explian', 'x'], 'no file matches "explian"; did you mean the command "explain"?'],
  [['a.pdf'], '"a.pdf" is in no format that dunlint reads; a script ends in .md'],
  [['empty'], 'there is no script in "empty": no file that ends in .md'],
  [['inspect', 'nope.md'], 'cannot read "nope.md": there is no such file'],
  [['explain', 'no-rong'], 'unknown rule "no-rong"; did you mean "demo/no-wrong"?'],
  [['explain', 'core/no-arest'], 'unknown rule "core/no-arest"; did you mean "core/no-arrest-'],
  [['--rule', 'core/no-arest: off'], '--rule: unknown rule "core/no-arest"; did you mean "core/no-arrest-'],
  [['lint', 'a.md'], 'no file matches "lint"; linting is no command: dunlint FILE…'],
  [['-'], 'no file matches "-"; --stdin lints what is piped in'],
  [['rules', 'tset'], '"rules tset" is no command; did you mean "rules test"?'],
  [['rules', 'demo'], '"rules demo" is no command; there are "rules test demo" and "rules check demo" for a folder'],
  [['rules', 'check', 'demo/no-wrong'], 'is the folder of one rule; name its pack, the folder above: '],
  [
    ['--no-ignore', 'node_modules'],
    '"node_modules" lies in a folder of tools, and folders and globs lead to nothing there'
  ],
  [['--no-ignore', 'demo', '!demo'], 'all scripts in "demo" are left out by a pattern that begins with "!"'],
  [['rules', 'test', 'nowhere'], 'nowhere: there is no such file']
])('2 and one line on standard error: %j', (args, line) => {
  const cwd = project({ 'a.md': says('This is wrong.'), 'a.pdf': '' })
  mkdirSync(join(cwd, 'empty'))
  mkdirSync(join(cwd, 'node_modules'))
  const { code, out, err } = dunlint(args, { cwd })
  expect(err).toContain(line)
  expect(
    err
      .trimEnd()
      .split('\n')
      .every(text => text.startsWith('dunlint: '))
  ).toBe(true)
  expect({ code, out }).toEqual({ code: 2, out: '' })
})

test('a config that is wrong is 2, with file, line and key; nothing is linted', () => {
  const cwd = folder({ 'dunlint.config.yaml': 'rulse: {}\nlocale: fr\n', 'a.md': says('x') })
  expect(dunlint(['a.md'], { cwd })).toEqual({
    code: 2,
    out: '',
    err: `dunlint: ${cwd}/dunlint.config.yaml:1:1: rulse: unknown key "rulse"; did you mean "rules"?
dunlint: ${cwd}/dunlint.config.yaml:2:9: locale: must be one of en, zh-Hans, zh-Hant
`
  })
})

test('a setting of a rule that is not there is 2; so is a pack that is not there', () => {
  const unknown = project({ 'a.md': '' }, { rules: { 'demo/no-rong': 'off' } })
  expect(dunlint(['a.md'], { cwd: unknown }).err).toContain(
    'unknown rule "demo/no-rong"; did you mean "demo/no-wrong"?'
  )
  const cwd = folder({ 'dunlint.config.yaml': 'packs: [coer]', 'a.md': '' })
  expect(dunlint(['a.md'], { cwd })).toMatchObject({
    code: 2,
    err: `dunlint: ${cwd}/dunlint.config.yaml:1:9: packs: there is no built-in pack "coer"; did you mean "core"? (a folder needs a slash: "./coer")\n`
  })
})

test('a broken pack is 2, whatever the script says', () => {
  const cwd = project({ 'a.md': says('Good day.'), 'demo/no-wrong/rule.yaml': 'kind: forbid\n' })
  const { code, out, err } = dunlint(['a.md'], { cwd })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain('dunlint: demo/no-wrong/rule.yaml:1:')
})

test('a file that cannot be read is 2, and the others are linted all the same', () => {
  const cwd = project({ 'bad.md': says('This is wrong.') })
  symlinkSync('loop.md', join(cwd, 'loop.md'))
  const { code, out, err } = dunlint(['bad.md', 'loop.md'], { cwd })
  expect(code).toBe(2)
  expect(out).toContain('demo/no-wrong')
  expect(err).toBe('dunlint: cannot read "loop.md": its symbolic links run in a circle\n')
})

test('no rule left to run is 2', () => {
  const cwd = project({ 'a.md': says('x') }, { rules: { 'demo/no-wrong': 0, 'demo/no-risky': 0, 'demo/no-odd': 0 } })
  expect(dunlint(['a.md'], { cwd })).toEqual({
    code: 2,
    out: '',
    err: 'dunlint: every rule is off, so there is nothing to check\n'
  })
})

/** A rule in code that fails on some scripts only. */
const brittle = `export default {
  category: 'deception',
  messages: { x: { en: 'x', 'zh-Hans': 'x', 'zh-Hant': 'x' } },
  patterns: {},
  *check({ script }) {
    if (script.file.text.includes('brittle')) throw new Error('it broke')
  }
}
`

test('a rule that fails on one file is 2 with rule and file; the others are reported all the same', () => {
  const cwd = project({
    'a.md': says('This is wrong.'),
    'b.md': says('brittle'),
    'c.md': says('This is wrong.'),
    'demo/no-break/rule.js': brittle
  })
  const { code, out, err } = dunlint(['.'], { cwd })
  expect({ code, err }).toEqual({ code: 2, err: `dunlint: ${cwd}/b.md: the rule demo/no-break failed: it broke\n` })
  expect(out.match(/demo\/no-wrong/g)).toHaveLength(2)
  expect(dunlint(['coverage', '.'], { cwd })).toMatchObject({ code: 0 })
  expect(dunlint(['--debug', '.'], { cwd }).err).toMatch(/^debug: .*it broke$/m)
})

test.skipIf(!existsSync('/dev/full'))('a full disk is 2 and one line, whatever is written', () => {
  const cwd = project({ 'a.md': says('This is wrong.'), 'none.md': '' })
  const line = 'dunlint: cannot write the output: the disk is full\n'
  const onto = (args: readonly string[], redirection: string) => {
    const script = `"$0" "$@" ${redirection}`
    const done = spawnSync('sh', ['-c', script, process.execPath, bin, ...args], { cwd, encoding: 'utf8' })
    return { code: done.status, out: done.stdout, err: done.stderr }
  }
  for (const args of [['a.md'], ['-f', 'json', 'a.md'], ['--help'], ['rules'], ['inspect', 'a.md'], ['--version']])
    expect(onto(args, '>/dev/full'), args.join(' ')).toEqual({ code: 2, out: '', err: line })
  for (const args of [['nope.md'], ['--nope'], ['--max-warnings', 'x']])
    expect(onto(args, '2>/dev/full'), args.join(' ')).toEqual({ code: 2, out: '', err: '' })
  expect(dunlint(['-o', '/dev/full', 'a.md'], { cwd })).toEqual({
    code: 2,
    out: '',
    err: 'dunlint: cannot write /dev/full: the disk is full\n'
  })
})
