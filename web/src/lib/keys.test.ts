import { describe, expect, it } from 'vitest'
import { isWriting, KeyReader, type KeyPress } from '~/lib/keys'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more })
const bindings = new Set(['g p', '[', '/', 'mod+k', 't'])

describe('KeyReader', () => {
  it('reads a single key', () => {
    expect(new KeyReader().read(press('['), bindings, 0)).toBe('[')
  })

  it('reads one key after the other, within a moment', () => {
    const reader = new KeyReader()
    expect(reader.read(press('g'), bindings, 0)).toBeNull()
    expect(reader.read(press('p'), bindings, 500)).toBe('g p')
  })

  it('forgets the first key after a while', () => {
    const reader = new KeyReader()
    reader.read(press('g'), bindings, 0)
    expect(reader.read(press('p'), bindings, 5000)).toBeNull()
  })

  it('takes Ctrl and Command for the same', () => {
    expect(new KeyReader().read(press('k', { ctrlKey: true }), bindings, 0)).toBe('mod+k')
    expect(new KeyReader().read(press('K', { metaKey: true }), bindings, 0)).toBe('mod+k')
  })

  it('leaves the browser its own keys', () => {
    expect(new KeyReader().read(press('t', { ctrlKey: true }), bindings, 0)).toBeNull()
    expect(new KeyReader().read(press('t', { altKey: true }), bindings, 0)).toBeNull()
  })
})

describe('isWriting', () => {
  it('knows fields and parts with keys of their own', () => {
    document.body.innerHTML = '<input id="field"><div data-own-keys><b id="grid"></b></div><a id="link"></a>'
    const at = (id: string) => document.getElementById(id)
    expect([isWriting(at('field')), isWriting(at('grid')), isWriting(at('link')), isWriting(null)]).toEqual([true, true, false, false])
  })
})
