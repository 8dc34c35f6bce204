import { expect, test } from 'vitest'
import { json } from '../../src/report/json.ts'
import { diagnostic, plain, reported } from './sample.ts'

test('the shape is that of ESLint, and a message says more', () => {
  const references = [{ source: 'fdcpa', clause: '§ 1692e(4)' }]
  const files = [
    reported(
      '/a.md',
      [
        diagnostic({ line: 3, column: 5, references, path: ['opening', 'amount'], advice: ['Say this'] }),
        diagnostic({ severity: 'warning' }),
        diagnostic({ severity: 'info' })
      ],
      [{ diagnostic: diagnostic(), reason: 'read out by the court' }]
    ),
    reported('/clean.md', [])
  ]
  const [first, clean] = JSON.parse(json(files, plain))
  expect(first).toMatchObject({ filePath: '/a.md', errorCount: 1, warningCount: 1, infoCount: 1, fatalErrorCount: 0 })
  expect(first.messages[0]).toEqual({
    ruleId: 'core/no-arrest-threat',
    severity: 2,
    severityName: 'error',
    message: 'Unexpected threat of arrest',
    messageId: 'found',
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 9,
    category: 'threat-arrest',
    pack: 'core',
    evaluability: 'text',
    references,
    path: ['opening', 'amount'],
    advice: ['Say this']
  })
  expect(first.messages.map((message: { severity: number }) => message.severity)).toEqual([2, 1, 3])
  expect(first.suppressedMessages[0].suppressions).toEqual([
    { kind: 'directive', justification: 'read out by the court' }
  ])
  expect(clean).toMatchObject({ filePath: '/clean.md', messages: [], suppressedMessages: [], errorCount: 0 })
})

test('what a terminal would obey is escaped, and reads back as it was', () => {
  const message = 'a\u001B[31m\u009B\u202E\u2028b'
  const text = json([reported('/a.md', [diagnostic({ message })])], plain)
  expect(text).not.toMatch(/[\u007F-\u009F\u202E\u2028\u001B]/)
  expect(JSON.parse(text)[0].messages[0].message).toBe(message)
})

test('the explanation is there when asked for', () => {
  const explanation = { pattern: 'p', stance: 'asserted', matched: [] }
  const files = [reported('/a.md', [diagnostic({ explanation })])]
  expect(json(files, plain)).not.toContain('explanation')
  expect(JSON.parse(json(files, { ...plain, explain: true }))[0].messages[0].explanation).toEqual(explanation)
})
