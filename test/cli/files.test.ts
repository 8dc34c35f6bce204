import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { dunlint, project, says } from './project.ts'

const wrong = says('This is wrong.')

function linted(cwd: string, args: readonly string[]): string[] {
  const { out } = dunlint(['--format', 'json', ...args], { cwd })
  return (JSON.parse(out) as { filePath: string }[]).map(file => relative(cwd, file.filePath))
}

test('folders, globs, files and no argument at all', () => {
  const cwd = project({
    'a.md': '',
    'b/c.markdown': '',
    'b/d.yaml': '',
    'b/e.yml': '',
    'b/f.json': '{}',
    'g.txt': '',
    'h.pdf': ''
  })
  const all = ['a.md', 'b/c.markdown', 'b/d.yaml', 'b/e.yml', 'b/f.json', 'g.txt']
  expect(linted(cwd, [])).toEqual(all)
  expect(linted(cwd, ['.', 'a.md', './b/../a.md'])).toEqual(all)
  expect(linted(cwd, ['b'])).toEqual(all.slice(1, 5))
  expect(linted(cwd, ['**/*.y*ml'])).toEqual(['b/d.yaml', 'b/e.yml'])
  expect(linted(cwd, ['.', '!b'])).toEqual(['a.md', 'g.txt'])
})

test('a folder or a glob does not lead to the files of tools; whoever names one gets it', () => {
  const tools = ['package.json', 'tsconfig.json', 'pnpm-lock.yaml', 'LICENSE.txt', 'node_modules/x.md', '.github/x.md']
  const cwd = project({ ...Object.fromEntries(tools.map(path => [path, ''])), 'a.md': '' })
  expect(linted(cwd, ['.'])).toEqual(['a.md'])
  expect(linted(cwd, ['*.*'])).toEqual(['a.md'])
  expect(linted(cwd, ['package.json'])).toEqual(['package.json'])
})

test('prose about a project is passed over in a folder, not where it is named', () => {
  const prose = ['README.md', 'README.zh-Hans.md', 'readme.txt', 'CHANGELOG.md', 'CONTRIBUTING.yaml', 'LICENSE-MIT.txt']
  const more = ['CODE_OF_CONDUCT.markdown', 'SECURITY.md', 'security.json']
  const scripts = ['SECURITYHOLD.md', 'license-suspension.md', 'security-questions.md']
  const cwd = project(Object.fromEntries([...prose, ...more, ...scripts, 'docs/README.md'].map(path => [path, ''])))
  expect(linted(cwd, ['.'])).toEqual(scripts)
  expect(linted(cwd, ['*.md'])).toEqual(scripts)
  expect(linted(cwd, ['README.md', 'security.json'])).toEqual(['README.md', 'security.json'])
  expect(dunlint(['docs'], { cwd }).err).toContain('(but README.md, which is linted where it is named)')
})

test('.gitignore and .dunlintignore hold, also deeper ones, also what they take back', () => {
  const cwd = project({
    '.git/HEAD': '',
    '.gitignore': '*.txt\n/drafts/\n',
    'a.txt': '',
    'keep/.gitignore': '!b.txt\n',
    'keep/b.txt': '',
    'keep/c.txt': '',
    'drafts/.gitignore': '!d.md\n',
    'drafts/d.md': '',
    'deep/.dunlintignore': 'old/\n',
    'deep/old/e.md': '',
    'deep/f.md': ''
  })
  expect(linted(cwd, ['.'])).toEqual(['deep/f.md', 'keep/b.txt'])
  expect(linted(join(cwd, 'keep'), ['.'])).toEqual(['b.txt'])
  expect(linted(cwd, ['--no-ignore', 'drafts', 'a.txt'])).toEqual(['a.txt', 'drafts/d.md'])
  expect(linted(cwd, ['--ignore-pattern', 'deep', '.'])).toEqual(['keep/b.txt'])
})

test('ignore patterns of a config are relative to it', () => {
  const cwd = project({ 'x/a.md': '', 'y/x/b.md': '' }, { ignore: ['/x'] })
  expect(linted(cwd, ['.'])).toEqual(['y/x/b.md'])
  expect(linted(join(cwd, 'y'), ['.'])).toEqual(['x/b.md'])
})

test('an ignored file that is named gives a warning, never a clean bill', () => {
  const cwd = project({ '.gitignore': 'a.md', 'a.md': wrong })
  const { code, out } = dunlint(['a.md'], { cwd })
  expect(code).toBe(0)
  expect(out).toContain('0:0  warning  The file is named but ignored')
  expect(dunlint(['--max-warnings', '0', 'a.md'], { cwd }).code).toBe(1)
  expect(dunlint(['--no-warn-ignored', 'a.md'], { cwd })).toEqual({ code: 0, out: '', err: '' })
})

test('a folder of ignored files is no match', () => {
  const cwd = project({ '.gitignore': 'b', 'b/a.md': wrong })
  expect(dunlint(['b'], { cwd })).toEqual({
    code: 2,
    out: '',
    err: 'dunlint: all scripts in "b" are ignored; --no-ignore lints them\n'
  })
})

test('a file in a folder of tools is linted where it is named and nothing is to be ignored', () => {
  const cwd = project({ 'node_modules/a.md': wrong })
  expect(dunlint(['node_modules/a.md'], { cwd }).out).toContain('format/ignored-file')
  expect(dunlint(['--no-ignore', 'node_modules/a.md'], { cwd }).out).toContain('demo/no-wrong')
})

test('patterns that match nothing', () => {
  const cwd = project({ 'a.md': says('Good day.') })
  expect(dunlint(['a.md', 'x/*.md'], { cwd }).code).toBe(2)
  expect(dunlint(['--no-error-on-unmatched-pattern', 'x/*.md'], { cwd }).code).toBe(0)
  expect(dunlint(['--pass-on-no-patterns'], { cwd })).toEqual({ code: 0, out: '', err: '' })
})

test('hostile names and links', () => {
  const cwd = project({ '-q.md': wrong, 'a\u001B[31m\n.md': wrong, '[x].md': wrong, 'sub/话术 1.md': wrong })
  mkdirSync(join(cwd, 'folder.md'))
  symlinkSync('..', join(cwd, 'sub', 'up'))
  symlinkSync('nowhere.md', join(cwd, 'dangling.md'))
  const { out } = dunlint(['.'], { cwd })
  expect(out.match(/^\/.*$/gm)?.map(path => relative(cwd, path))).toEqual([
    '-q.md',
    '[x].md',
    'a\\u001b[31m\\u000a.md',
    'sub/话术 1.md'
  ])
  expect(linted(cwd, ['[x].md'])).toEqual(['[x].md'])
  expect(linted(cwd, ['--', '-q.md'])).toEqual(['-q.md'])
})

test('bytes that are no UTF-8 are reported, and the rest is linted', () => {
  const cwd = project({})
  writeFileSync(join(cwd, 'a.md'), Buffer.concat([Buffer.from(wrong), Buffer.from([0xff, 0xfe, 0x41])]))
  writeFileSync(join(cwd, 'b.md'), Buffer.from(`\uFEFF${wrong}`, 'utf16le'))
  const { out } = dunlint(['.'], { cwd })
  expect(out.match(/format\/not-utf8/g)).toHaveLength(2)
  expect(out.match(/3:20 .*demo\/no-wrong/g)).toHaveLength(2)
})

test('a file too large to be a script is an error and is not read', () => {
  const cwd = project({ 'a.md': `${wrong}${'x'.repeat(17 * 1024 * 1024)}` })
  const { code, out } = dunlint(['a.md'], { cwd })
  expect(code).toBe(1)
  expect(out).toContain('format/too-large')
  expect(out).toContain('1 problem ')
})
