import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandNames } from '../../src/cli/command-names.ts'
import { demoPack, dunlint, folder, project, says } from './project.ts'

const cwd = project({ 'a.md': says('This is wrong.', 'Good day.') })

test('rules lists what exists, off or on', () => {
  const listed = JSON.parse(dunlint(['rules', '--format', 'json'], { cwd }).out)
  const wrong = listed.find((rule: { id: string }) => rule.id === 'demo/no-wrong')
  expect(wrong).toMatchObject({ kind: 'prohibit', category: 'deception', severity: 'error', languages: ['en'] })
  expect(listed.some((rule: { severity: string }) => rule.severity === 'off')).toBe(true)
  expect(dunlint(['rules'], { cwd }).out).toMatch(/^demo\/no-wrong +prohibit +deception +error +en +No wrong$/m)
})

test('rules test runs the specimens of a pack', () => {
  expect(dunlint(['rules', 'test', 'demo'], { cwd })).toEqual({
    code: 0,
    out: '6 specimens: 6 as marked, 0 not\n',
    err: ''
  })
  const broken = folder({
    ...demoPack,
    'demo/no-wrong/specimens.md': '## en\n\n<!-- expect -->\n**Agent:** Good day.\n'
  })
  const { code, out } = dunlint(['rules', 'test', 'demo'], { cwd: broken })
  expect(code).toBe(1)
  expect(out).toContain(
    'demo/no-wrong/specimens.md:3 (en) the rule ought to fire and stays silent: **Agent:** Good day.\n'
  )
})

test('rules check wants a specimen that fires and one that does not', () => {
  expect(dunlint(['rules', 'check', 'demo'], { cwd })).toMatchObject({
    code: 0,
    out: '1 pack, 3 rules: nothing wrong\nTo run the specimens: dunlint rules test demo\n'
  })
  const { 'demo/no-odd/specimens.md': _, ...rest } = demoPack
  const lacking = folder({ ...rest, 'demo/no-wrong/specimens.md': '## en\n\n<!-- expect -->\n**Agent:** wrong\n' })
  expect(dunlint(['rules', 'check', 'demo'], { cwd: lacking })).toMatchObject({
    code: 1,
    out: `demo/no-odd: there are no specimens beside the rule (specimens.md)
demo/no-wrong: no en specimen shows what is fine
1 pack, 3 rules: 2 problems
To run the specimens: dunlint rules test demo
`
  })
})

test('explain says what is known of a rule, in the language of the reader', () => {
  expect(dunlint(['explain', 'no-wrong'], { cwd })).toEqual({
    code: 0,
    out: `demo/no-wrong  (prohibit, deception, error)
No wrong

Why
  - It says wrong.

Say instead
  - Good day

How sure a finding is
  - the words decide

The rule fires on
  - **Agent:** This is wrong.

The rule lets pass
  - **Agent:** This is right.
`,
    err: ''
  })
  expect(dunlint(['explain', 'demo/no-wrong', '--locale', 'zh-Hant'], { cwd }).out).toContain('建議改為\n  - 您好\n')
})

test('inspect shows how a script is read', () => {
  expect(dunlint(['inspect', 'a.md'], { cwd }).out).toContain('3:12 agent (Agent) | This is wrong.')
  const read = JSON.parse(dunlint(['inspect', '--format', 'json', 'a.md'], { cwd }).out)
  expect(read).toMatchObject({ filePath: join(cwd, 'a.md'), format: 'markdown', troubles: [], unread: [] })
  expect(read.steps[0].items[0]).toMatchObject({
    kind: 'utterance',
    speaker: 'agent',
    text: 'This is wrong.',
    start: { line: 3, column: 12 },
    end: { line: 3, column: 26 }
  })
})

test('coverage gives evidence, not a verdict', () => {
  const script = folder({ 'a.md': says('This call is recorded.') })
  const { code, out } = dunlint(['coverage', '--format', 'json', 'a.md'], { cwd: script })
  expect(code).toBe(0)
  const [file] = JSON.parse(out)
  expect(file.filePath).toBe(join(script, 'a.md'))
  const notice = file.disclosures.find((one: { category: string }) => one.category === 'recording-notice')
  expect(notice.status).toBe('present')
  expect(notice.evidence[0]).toMatchObject({ line: 3, column: expect.any(Number), text: expect.any(String) })
  expect(dunlint(['coverage', 'a.md'], { cwd: script }).out).toMatch(/^a\.md .*✔/m)
})

test('the list of commands that a mistyped one may have meant is whole', () => {
  const { out } = dunlint(['--help'])
  const named = [...out.slice(out.indexOf('\nCommands:')).matchAll(/^ {2}(\w+) (?:\[|<)/gm)].map(match => match[1])
  expect(named).toEqual([...commandNames])
})
