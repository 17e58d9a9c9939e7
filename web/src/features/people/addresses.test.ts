import { describe, expect, it } from 'vitest'
import { countAddresses } from './addresses'

describe('counting whom a text names', () => {
  it('reads a line to a person, a list from a mail, and a file with a header', () => {
    expect(countAddresses('nina@example.org')).toBe(1)
    expect(countAddresses('Nina <nina@example.org>; Omar <omar@example.org>')).toBe(2)
    expect(countAddresses('name,mail\nNina Novak,nina@example.org\nOmar,omar@example.org\n')).toBe(2)
  })

  it('counts an address once, in whatever case', () => {
    expect(countAddresses('nina@example.org\nNina@Example.org')).toBe(1)
  })

  it('finds nobody in a text without an address', () => {
    expect(countAddresses('Nina Novak\nat home @ work')).toBe(0)
  })
})
