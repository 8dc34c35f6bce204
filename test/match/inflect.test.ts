import { expect, test } from 'vitest'
import { nounForms, verbForms } from '../../src/match/index.ts'

test.each([
  ['tell', 'tell tells told telling'],
  ['stop', 'stop stops stopped stopping'],
  ['refer', 'refer refers referred referring'],
  ['visit', 'visit visits visited visiting'],
  ['threaten', 'threaten threatens threatened threatening'],
  ['garnish', 'garnish garnishes garnished garnishing'],
  ['freeze', 'freeze freezes froze frozen freezing'],
  ['sue', 'sue sues sued suing'],
  ['notify', 'notify notifies notified notifying'],
  ['levy', 'levy levies levied levying'],
  ['travel', 'travel travels travelled travelling'],
  ['redial', 'redial redials redialed redialing'],
  ['call', 'call calls called calling'],
  ['text', 'text texts texted texting'],
  ['ping', 'ping pings pinged pinging'],
  ['lie', 'lie lies lay lain lying'],
  ['die', 'die dies died dying'],
  ['see', 'see sees saw seen seeing'],
  ['agree', 'agree agrees agreed agreeing'],
  ['go', 'go goes went gone going'],
  ['have', 'have has had having'],
  ['put', 'put puts putting'],
  ['quit', 'quit quits quitting'],
  ['picket', 'picket pickets picketed picketing'],
  ['panic', 'panic panics panicked panicking'],
  ['overhear', 'overhear overhears overheard overhearing'],
  ['resell', 'resell resells resold reselling'],
  ['report', 'report reports reported reporting'],
  ['outlive', 'outlive outlives outlived outliving'],
  ['play', 'play plays played playing'],
  ['fix', 'fix fixes fixed fixing'],
  ['show', 'show shows showed shown showing'],
  ['be', 'be am is are was were been being']
])('%s', (verb, forms) => {
  expect(verbForms(verb).join(' ')).toBe(forms)
})

test('a phrase is inflected in its verb', () => {
  expect(verbForms('lock up')).toEqual(['lock up', 'locks up', 'locked up', 'locking up'])
})

test.each([
  ['mother', 'mothers'],
  ['wife', 'wives'],
  ['ex-wife', 'ex-wives'],
  ['child', 'children'],
  ['family', 'families'],
  ['boy', 'boys'],
  ['boss', 'bosses'],
  ['church', 'churches'],
  ['policeman', 'policemen'],
  ['police officer', 'police officers'],
  ['brother-in-law', 'brothers-in-law'],
  ['next of kin', 'next of kin'],
  ['head of department', 'heads of department'],
  ['salesperson', 'salespeople']
])('%s → %s', (singular, plural) => {
  expect(nounForms(singular)).toEqual(singular === plural ? [singular] : [singular, plural])
})
