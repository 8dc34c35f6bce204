import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { displayWidth } from '../../src/report/display-width.ts'

test.each([
  ['plain', 5],
  ['“quoted”…', 9],
  ['拘留', 4],
  ['（全角）', 8],
  ['ｱｲ', 2],
  ['é', 1],
  ['a\u200Bb', 2],
  ['', 0]
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

test('for what call scripts hold, it agrees with string-width', () => {
  const letters = fc.constantFrom(
    ...'abc ,.!“”‘’…—·、。，！？；：（）《》「」【】％￥ａＺ催收還錢钱款電话話é\u0301ñüЖя€£₹→✖✔•'
  )
  fc.assert(
    fc.property(fc.array(letters), list => {
      // A mark at the very start stands on nothing.
      const text = `a${list.join('')}`
      expect(displayWidth(text)).toBe(stringWidth(text))
    })
  )
})
