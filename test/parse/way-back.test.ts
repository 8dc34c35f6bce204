import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePlainly, parse, textsOf } from './read.ts'

const line = fc.constantFrom(
  '# Call',
  '## Opening {#open}',
  '**Agent:** Hello \\*there\\*, this &amp; that.',
  '**客服：**您好，請問是本人嗎？',
  'Customer: "I can’t pay" 😀',
  '- If she asks "is it serious?": "It is a private matter."',
  '- If yes → [Opening](#open)',
  '> "We can help you',
  '>   with a plan."',
  '❌ "You will be sued"',
  '| Say | Don’t say |',
  '|---|---|',
  '| "Could you pay \\| part?" | `you must` pay |',
  '```',
  'OPENING:',
  '"Good day, [NAME].',
  'May we talk?"',
  '<!-- note -->',
  '**NEVER say:**',
  'Tell him "we will see you in court" if he argues.',
  '如果客户说“我没钱”：转到第二步',
  '第二步：确认还款',
  '    [Listen and note]',
  '{Client answers}',
  '\t1) Confirm &#8220;the date&#8221;',
  '====',
  '---',
  ''
)
const text = fc
  .tuple(fc.array(line, { maxLength: 24 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, hasMark]) => (hasMark ? '\uFEFF' : '') + lines.join(end))

test('every segment of every part leads to the source it was read from', () => {
  fc.assert(
    fc.property(text, input => {
      const { script } = parse(input)
      const source = script.file.text
      expect(script.steps.length).toBeGreaterThan(0)
      for (const { value, segments } of textsOf(script)) {
        let at = 0
        for (const { start, end, sourceStart, sourceEnd, decoded } of segments) {
          expect(start).toBe(at)
          at = end
          const piece = source.slice(sourceStart, sourceEnd)
          if (!decoded) expect(piece).toBe(value.slice(start, end))
          else if (/[\r\n]/.test(piece)) expect(value.slice(start, end)).toBe(' ')
          else expect(decodePlainly(piece)).toBe(value.slice(start, end))
        }
        expect(at).toBe(value.length)
      }
    }),
    { numRuns: 600 }
  )
})

test('any text makes a script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), input => {
      expect(parse(input).script.steps.length).toBeGreaterThan(0)
    })
  )
})

test('ids are unique and branches lead to steps that exist', () => {
  fc.assert(
    fc.property(text, input => {
      const { steps } = parse(input).script
      const ids = new Set(steps.map(step => step.id))
      expect(ids.size).toBe(steps.length)
      for (const { within, items } of steps) {
        if (within !== undefined) expect(ids).toContain(within)
        for (const item of items)
          if (item.kind === 'branch' && item.target.kind === 'step') expect(ids).toContain(item.target.step)
      }
    })
  )
})
