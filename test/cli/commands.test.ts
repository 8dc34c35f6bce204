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
  expect(dunlint(['coverage', '-f', 'csv', 'a.md'], { cwd: script }).out).toMatch(/^a\.md,[a-z-]+,present,\d+,\d+,/m)
  expect(dunlint(['coverage', '-f', 'html', 'a.md'], { cwd: script }).out).toMatch(/^<!doctype html>/)
})

test('the list of commands that a mistyped one may have meant is whole', () => {
  const { out } = dunlint(['--help'])
  const named = [...out.slice(out.indexOf('\nCommands:')).matchAll(/^ {2}(\w+) (?:\[|<)/gm)].map(match => match[1])
  expect(named).toEqual([...commandNames])
})

test('help is a command too', () => {
  expect(dunlint(['help'])).toEqual(dunlint(['--help']))
  expect(dunlint(['help', 'inspect'])).toEqual(dunlint(['inspect', '--help']))
  expect(dunlint(['help', 'inspect'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Usage: dunlint inspect')
  })
})

const inCode = (body: string) => `export default {
  category: 'deception',
  messages: { found: { en: 'Unexpected', 'zh-Hans': '不当', 'zh-Hant': '不當' } },
  languages: ['en'],
  patterns: { wrong: 'wrong' },
  *check({ matches }) {
    for (const match of matches('wrong')) yield { messageId: 'found', span: match.span, match }
  }${body}
}
`

test('a rule in code needs no import, and specimens like any other', () => {
  const files = { 'mine/no-wrong/rule.js': inCode('') }
  const lacking = dunlint(['rules', 'check', 'mine'], { cwd: folder(files) })
  expect(lacking.out).toContain(
    'mine/no-wrong: there are no specimens beside the rule (specimens.md)\n1 pack, 1 rule: 1 problem\n'
  )
  const whole = { ...files, 'mine/no-wrong/specimens.md': demoPack['demo/no-wrong/specimens.md']! }
  expect(dunlint(['rules', 'check', 'mine'], { cwd: folder(whole) })).toMatchObject({ code: 0, err: '' })
  expect(dunlint(['rules', 'test', 'mine'], { cwd: folder(whole) }).out).toBe('2 specimens: 2 as marked, 0 not\n')
})

test('a rule in code that is wrong is told with its file and name', () => {
  const cwd = folder({ 'mine/no-wrong/rule.js': inCode(",\n  severty: 'error'") })
  expect(dunlint(['rules', 'check', 'mine'], { cwd }).out).toContain(
    'mine/no-wrong/rule.js: severty: unknown key "severty"; did you mean "severity"? (rule no-wrong)\n'
  )
})

test('a rule that imports what is not installed gets one line and a way out', () => {
  const cwd = folder({ 'mine/no-x/rule.js': `import { defineRule } from 'dunlint'\n${inCode('')}` })
  expect(dunlint(['rules', 'check', 'mine'], { cwd })).toEqual({
    code: 2,
    out: '',
    err: `dunlint: cannot load the rule ${cwd}/mine/no-x/rule.js: "dunlint" is not installed where the rule stands; "export default { … }" works without the import\n`
  })
})
