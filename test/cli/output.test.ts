import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bin, dunlint, project, says } from './project.ts'

const cwd = project({ 'bad.md': says('This is wrong.'), 'good.md': says('Good day.') })

test.each(['stylish', 'json'])('-o: %s has the same bytes and the same exit code as without', format => {
  for (const name of ['bad.md', 'good.md']) {
    const plain = dunlint(['-f', format, name], { cwd })
    const path = `reports/${format}-${name}.out`
    const toFile = dunlint(['-f', format, '-o', path, name], { cwd })
    expect(toFile).toEqual({ code: plain.code, out: '', err: '' })
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(plain.out)
  }
})

test('-o leaves nothing beside the file, follows a link, and refuses a folder', () => {
  mkdirSync(join(cwd, 'out'))
  writeFileSync(join(cwd, 'out', 'real.txt'), 'old')
  symlinkSync('real.txt', join(cwd, 'out', 'link.txt'))
  expect(dunlint(['-o', 'out/link.txt', 'bad.md'], { cwd }).code).toBe(1)
  expect(readFileSync(join(cwd, 'out', 'real.txt'), 'utf8')).toContain('demo/no-wrong')
  expect(readdirSync(join(cwd, 'out'))).toEqual(['link.txt', 'real.txt'])
  expect(dunlint(['-o', 'out', 'bad.md'], { cwd })).toEqual({
    code: 2,
    out: '',
    err: `dunlint: cannot write ${cwd}/out: it is a folder\n`
  })
})

test('a pipe has no colours; FORCE_COLOR and --color bring them, NO_COLOR and --no-color take them', () => {
  const colored = (args: string[], env: Record<string, string> = {}) =>
    dunlint([...args, 'bad.md'], { cwd, env }).out.includes('\u001B[')
  expect(colored([])).toBe(false)
  expect(colored([], { FORCE_COLOR: '1' })).toBe(true)
  expect(colored([], { FORCE_COLOR: '0' })).toBe(false)
  expect(colored(['--color'], { NO_COLOR: '1' })).toBe(true)
  expect(colored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false)
  expect(colored(['-f', 'json', '--color'])).toBe(false)
})

test('--stdin: a name gives the format, the overrides and what is ignored', () => {
  const script = says('This is wrong.')
  const nameless = dunlint(['--stdin'], { cwd, input: script })
  expect(nameless.code).toBe(1)
  expect(nameless.out).toContain('\n<text>\n  3:20  error')
  expect(dunlint(['--stdin', '--stdin-filename', 'new.md'], { cwd, input: script }).out).toContain(`\n${cwd}/new.md\n`)
  expect(dunlint(['--stdin', '--stdin-filename', 'demo/x.md'], { cwd, input: script }).out).toContain(
    'format/ignored-file'
  )
  expect(dunlint(['--stdin', '--stdin-filename', 'x.doc'], { cwd, input: script }).code).toBe(2)
})

test('locale: the flag, else the config, else the environment, else English', () => {
  const summary = (args: string[], env: Record<string, string>, folder = cwd) =>
    dunlint([...args, 'bad.md'], { cwd: folder, env })
      .out.trimEnd()
      .split('\n')
      .at(-1)
  const english = '✖ 1 problem (1 error, 0 warnings)'
  const simplified = '✖ 1 个问题（1 个错误，0 个警告）'
  const traditional = '✖ 1 個問題（1 個錯誤，0 個警告）'
  expect(summary([], {})).toBe(english)
  expect(summary([], { LANG: 'fr_FR.UTF-8' })).toBe(english)
  expect(summary([], { LANG: 'zh_CN.UTF-8' })).toBe(simplified)
  expect(summary([], { LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_HK' })).toBe(traditional)
  expect(summary(['--locale', 'zh-Hans'], { LANG: 'zh_TW' })).toBe(simplified)
  const configured = project({ 'bad.md': says('This is wrong.') }, { locale: 'zh-Hant' })
  expect(summary([], { LANG: 'zh_CN.UTF-8' }, configured)).toBe(traditional)
})

test('an excuse is counted in the closing line, and --no-inline-config ignores it', () => {
  const excused = says('This is wrong.').replace(
    '**Agent',
    '<!-- dunlint-disable-next-line demo/no-wrong -- the court ordered it -->\n\n**Agent'
  )
  const folder = project({ 'a.md': excused })
  expect(dunlint(['a.md'], { cwd: folder })).toEqual({
    code: 0,
    out: '\n✔ 0 problems (0 errors, 0 warnings), 1 excused\n\n',
    err: ''
  })
  expect(dunlint(['--no-inline-config', 'a.md'], { cwd: folder }).code).toBe(1)
})

test('an excuse of a rule that is off is not called unused; one of a rule that is not there names the near one', () => {
  const excused = (rule: string) =>
    says('This is wrong.').replace('**Agent', `<!-- dunlint-disable-next-line ${rule} -- quoted -->\n\n**Agent`)
  const folder = project({ 'a.md': excused('demo/no-wrong'), 'b.md': excused('demo/no-wrng') })
  expect(dunlint(['--rule', 'demo/no-wrong: off', 'a.md'], { cwd: folder })).toEqual({ code: 0, out: '', err: '' })
  const meant = (locale: string) => dunlint(['--locale', locale, 'b.md'], { cwd: folder }).out
  expect(meant('en')).toContain(
    'There is no rule "demo/no-wrng"; dunlint rules lists the names; did you mean "demo/no-wrong"?'
  )
  expect(meant('zh-Hans')).toContain('查看规则名，是否指“demo/no-wrong”？')
  expect(meant('zh-Hant')).toContain('查看規則名，是否指「demo/no-wrong」？')
})

test('--rule and overrides set severities; the flag wins', () => {
  const folder = project(
    { 'a.md': says('This is wrong.'), 'b/a.md': says('This is wrong.') },
    { overrides: [{ files: 'b/**', rules: { 'demo/no-wrong': 'warn' } }] }
  )
  expect(dunlint(['a.md'], { cwd: folder }).code).toBe(1)
  expect(dunlint(['b/a.md'], { cwd: folder }).out).toContain('warning  Unexpected wrong')
  expect(dunlint(['--rule', 'demo/no-wrong: off', '.'], { cwd: folder })).toEqual({ code: 0, out: '', err: '' })
  expect(dunlint(['--rule', 'demo/no-wrong: error', 'b'], { cwd: folder }).code).toBe(1)
})

test('--explain, --debug, --version and --help', () => {
  expect(dunlint(['--explain', 'bad.md'], { cwd }).out).toContain('\n      because wrong (stance: asserted)\n')
  const debug = dunlint(['--debug', 'bad.md'], { cwd })
  expect(debug.err).toMatch(/debug: config: .*dunlint\.config\.json\n/)
  expect(debug.err).toMatch(/debug: .*bad\.md: markdown, 1 steps, [\d.]+ ms\n/)
  expect(debug.out).toBe(dunlint(['bad.md'], { cwd }).out)
  expect(dunlint(['-v']).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  const help = dunlint(['--help'])
  expect(help.code).toBe(0)
  expect(help.out).toContain('Examples:')
})

test('a reader that goes away is no trouble', () => {
  const many = project(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.md`, says('This is wrong.')])))
  const script = `"${process.execPath}" "${bin}" . | head -n 1; echo "\${PIPESTATUS[0]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: many, encoding: 'utf8' })
  expect({ stdout, stderr }).toEqual({ stdout: '\n1\n', stderr: '' })
})
