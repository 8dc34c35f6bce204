import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

test.each(['README.md', 'docs/README.zh-Hans.md', 'docs/README.zh-Hant.md'])(
  '%s shows what its first command prints',
  page => {
    const [, command, shown] = /```sh\nnpm ci && npx dunlint (.*)\n```\n\n```\n([\s\S]*?)```/.exec(
      readFileSync(root + page, 'utf8')
    )!
    const { stdout } = spawnSync(process.execPath, ['bin/dunlint.js', ...command!.split(' ')], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', FORCE_COLOR: '0' }
    })
    expect(stdout.replaceAll(root, '…/').trim()).toBe(shown!.trim())
  }
)

test('the README names the test command that the continuous integration runs', () => {
  const command = 'npm ci && npm test'
  expect(readFileSync(`${root}README.md`, 'utf8')).toContain(command)
  const run = readFileSync(`${root}.ci/run`, 'utf8')
  for (const part of command.split(' && ')) expect(run).toContain(part)
})

test.each(['README.md', 'CONTRIBUTING.md', 'docs/README.zh-Hans.md', 'docs/README.zh-Hant.md'])(
  'every link of %s leads somewhere',
  page => {
    const text = readFileSync(root + page, 'utf8').replace(/```[\s\S]*?```/g, '')
    const folder = page.includes('/') ? 'docs/' : ''
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      expect(() => readFileSync(new URL(target!, `file://${root}${folder}`)), target).not.toThrow(/ENOENT/)
  }
)
