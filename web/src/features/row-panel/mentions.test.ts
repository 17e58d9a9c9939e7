import { describe, expect, it } from 'vitest'
import { partsOf, sought, toStored, toTyped } from './mentions'

const vera = { id: 7, name: 'Vera' }
const veraLang = { id: 8, name: 'Vera Lang (PMO)' }

describe('mentions', () => {
  it('are told apart from words', () => {
    expect(partsOf('Hi @[Vera](7), look')).toEqual([{ text: 'Hi ' }, { text: '@Vera', person: 7 }, { text: ', look' }])
    expect(partsOf('mail a@b.c [x](1)')).toEqual([{ text: 'mail a@b.c [x](1)' }])
  })

  it('go through the editor and back', () => {
    const stored = 'Ask @[Vera](7) and @[Vera Lang (PMO)](8)!'
    const typed = toTyped(stored)
    expect(typed.text).toBe('Ask @Vera and @Vera Lang (PMO)!')
    expect(toStored(typed.text, typed.people)).toBe(stored)
  })

  it('are only those who were chosen, whole, the longer name first', () => {
    expect(toStored('@Vera Lang (PMO) @Vera @Veranda @Bob', [vera, veraLang])).toBe('@[Vera Lang (PMO)](8) @[Vera](7) @Veranda @Bob')
    expect(toStored('@Vera', [])).toBe('@Vera')
  })

  it('are sought behind an @ that begins a word', () => {
    expect(sought('Hello @Ve', 9)).toEqual({ from: 7, letters: 'Ve' })
    expect(sought('Hello @', 7)).toEqual({ from: 7, letters: '' })
    expect(sought('me@home', 7)).toBeNull()
    expect(sought('@Vera Lang is', 5)).toEqual({ from: 1, letters: 'Vera' })
  })
})
