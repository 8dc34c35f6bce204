import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { stylish } from '../../src/report/stylish.ts'
import { diagnostic, plain, reported } from './sample.ts'

const fileMatcher = /^\s*([^\s].*)$/
const rowMatcher = /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/

test('the layout is that of ESLint', () => {
  const text = stylish(
    [
      reported('/scripts/a.md', [
        diagnostic({
          line: 2,
          column: 1,
          severity: 'warning',
          message: 'Missing notice.',
          ruleId: 'core/require-notice'
        }),
        diagnostic({ line: 15, column: 10, message: 'Unexpected threat of arrest' })
      ]),
      reported('/scripts/clean.md', []),
      reported('/scripts/b.yaml', [diagnostic({ line: 7, column: 3, message: 'No…', ruleId: 'core/no-x' })])
    ],
    plain
  )
  expect(text).toBe(`
/scripts/a.md
   2:1   warning  Missing notice               core/require-notice
  15:10  error    Unexpected threat of arrest  core/no-arrest-threat

/scripts/b.yaml
  7:3  error  No…  core/no-x

✖ 3 problems (2 errors, 1 warning)

`)
})

test('a run with nothing to say prints nothing', () => {
  expect(stylish([reported('/a.md', [])], plain)).toBe('')
  expect(stylish([], plain)).toBe('')
})

test.each([
  [1, 0, 0, 0, '✖ 1 problem (1 error, 0 warnings)'],
  [0, 2, 0, 0, '✖ 2 problems (0 errors, 2 warnings)'],
  [1, 1, 1, 0, '✖ 3 problems (1 error, 1 warning, 1 info)'],
  [1, 0, 0, 2, '✖ 1 problem (1 error, 0 warnings), 2 excused'],
  [0, 0, 0, 1, '✔ 0 problems (0 errors, 0 warnings), 1 excused']
])('%i errors, %i warnings, %i infos, %i excused', (errors, warnings, infos, excused, summary) => {
  const file = reported(
    '/a.md',
    [
      ...Array.from({ length: errors }, () => diagnostic()),
      ...Array.from({ length: warnings }, () => diagnostic({ severity: 'warning' })),
      ...Array.from({ length: infos }, () => diagnostic({ severity: 'info' }))
    ],
    Array.from({ length: excused }, () => ({ diagnostic: diagnostic(), reason: 'quoted from a court order' }))
  )
  expect(stylish([file], plain).trimEnd().split('\n').at(-1)).toBe(summary)
})

test('the closing line speaks the language of the reader', () => {
  const file = reported('/a.md', [diagnostic(), diagnostic({ severity: 'info' })])
  expect(stylish([file], { ...plain, locale: 'zh-Hans' })).toContain('✖ 2 个问题（1 个错误，0 个警告，1 条提示）')
  expect(stylish([file], { ...plain, locale: 'zh-Hant' })).toContain('✖ 2 個問題（1 個錯誤，0 個警告，1 則提示）')
})

test('rows line up by what they take on the screen', () => {
  const file = reported('/a.md', [
    diagnostic({ message: '不得以拘留相威胁', ruleId: 'core/x' }),
    diagnostic({ message: 'Unexpected threat 拘留 of arrest', ruleId: 'core/x' })
  ])
  const rows = stylish([file], plain).split('\n').slice(2, 4)
  const columns = rows.map(row => stringWidth(row.slice(0, row.indexOf('core/x'))))
  expect(new Set(columns).size).toBe(1)
})

test('one ASCII full stop goes, a Chinese one and an ellipsis stay', () => {
  const messages = ['Stop.', 'Stop..', '停。', 'Stop…', '.']
  const text = stylish(
    [
      reported(
        '/a.md',
        messages.map(message => diagnostic({ message }))
      )
    ],
    plain
  )
  expect(text.match(/error {2}(\S+)/g)).toEqual([
    'error  Stop',
    'error  Stop.',
    'error  停。',
    'error  Stop…',
    'error  .'
  ])
})

test('colour is only ever what the caller asks for', () => {
  const files = [reported('/a.md', [diagnostic()])]
  expect(stylish(files, plain)).not.toContain('\u001B')
  expect(stylish(files, { ...plain, colorLevel: 1 })).toContain('\u001B[4m/a.md\u001B[24m')
})

test('--explain names the words, the concepts and the stance, and leaves the rows as they are', () => {
  const explanation = {
    pattern: '{police} & {your-home}',
    stance: 'asserted',
    matched: [{ concept: 'police', text: 'the cops' }]
  }
  const text = stylish([reported('/a.md', [diagnostic({ explanation })])], { ...plain, explain: true })
  expect(text).toContain(`core/no-arrest-threat
      because {police} & {your-home} (stance: asserted)
        “the cops” → police
`)
  expect(text.split('\n').filter(line => rowMatcher.test(line))).toHaveLength(1)
})

test('no text, however hostile, makes a second row or reaches the terminal as a command', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (message, path) => {
      const text = stylish([reported(`/${path}.md`, [diagnostic({ line: 3, column: 9, message })])], plain)
      expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E]/)
      const lines = text.split('\n')
      expect(lines).toHaveLength(7)
      expect(lines[1]).toMatch(fileMatcher)
      expect(rowMatcher.exec(lines[2]!)?.slice(1, 4)).toEqual(['3', '9', 'error'])
      expect(lines[2]!.endsWith('  core/no-arrest-threat')).toBe(true)
    })
  )
})

test('a file may have more findings than a call has room for arguments', () => {
  const many = Array.from({ length: 200_000 }, (_, at) => diagnostic({ line: at + 1 }))
  expect(stylish([reported('/a.md', many)], plain).split('\n')).toHaveLength(200_000 + 6)
})
