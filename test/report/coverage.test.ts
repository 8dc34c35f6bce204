import { expect, test } from 'vitest'
import type { CoveredFile } from '../../src/report/coverage/covered-file.ts'
import type { CoverageReportName } from '../../src/report/coverage/registry.ts'
import { loadCoverageReport } from '../../src/report/coverage/registry.ts'

const files: readonly CoveredFile[] = [
  {
    path: '/scripts/a.md',
    shownPath: 'a.md',
    disclosures: [
      {
        category: 'identify-caller',
        status: 'present',
        evidence: [{ line: 5, column: 12, text: '=HYPERLINK("x")\u202e <b>Ann</b>' }]
      },
      { category: 'recording-notice', status: 'some-paths', evidence: [{ line: 9, column: 1, text: '通话会录音' }] },
      { category: 'dispute-right', status: 'missing', evidence: [] }
    ]
  },
  {
    path: '/scripts/b,c.md',
    shownPath: 'b,c.md',
    disclosures: [{ category: 'dispute-right', status: 'not due', evidence: [] }]
  }
]

async function render(name: CoverageReportName, locale: 'en' | 'zh-Hans' | 'zh-Hant' = 'en', of = files) {
  return (await loadCoverageReport(name))(of, locale)
}

test('json has the whole truth, and nothing that commands a terminal', async () => {
  const text = await render('json')
  expect(text).not.toContain('\u202e')
  expect(JSON.parse(text)).toEqual(files.map(({ path, disclosures }) => ({ filePath: path, disclosures })))
})

test('the table tells statuses apart by shape, and explains them in the reader’s language', async () => {
  const text = await render('table')
  expect(text).toMatch(/^a\.md {4}✔ {2}~ {2}✖$/m)
  expect(text).toMatch(/^b,c\.md {2}- {2}- {2}-$/m)
  expect(text).toContain('~ on some paths only')
  expect(await render('table', 'zh-Hant')).toContain('僅部分路徑有')
})

test('csv keeps cells whole and starts no formula', async () => {
  const rows = (await render('csv')).split('\r\n')
  expect(rows[0]).toBe('file,disclosure,status,line,column,text')
  expect(rows[1]).toBe('a.md,identify-caller,present,5,12,"\'=HYPERLINK(""x"")\\u202e <b>Ann</b>"')
  expect(rows[3]).toBe('a.md,dispute-right,missing,,,')
  expect(rows[4]).toBe('"b,c.md",dispute-right,not due,,,')
})

test('html shows texts as texts', async () => {
  const text = await render('html', 'zh-Hans')
  expect(text).toContain('<html lang="zh-Hans">')
  expect(text).toContain('&lt;b&gt;Ann&lt;/b&gt;')
  expect(text).not.toContain('<b>')
  expect(text).toContain('第 9 行')
})

test('without rules about disclosures every form says so or is empty', async () => {
  expect(await render('table', 'en', [])).toBe('No rule of this run is about a disclosure.\n')
  expect(await render('csv', 'en', [])).toBe('file,disclosure,status,line,column,text\r\n')
  expect(await render('html', 'en', [])).toContain('No rule of this run is about a disclosure.')
})
