import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Markdown, safeAddress } from './Markdown'

const drawn = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }))

it('draws what an office writes', () => {
  expect(drawn('# Why\n\nBecause *it* is **so**.\n\n1. One\n2. Two')).toContain('<h3>Why</h3><p>Because <em>it</em> is <strong>so</strong>.</p><ol start="1"><li>One</li><li>Two</li></ol>')
})

it('shows HTML as text and runs none', () => {
  expect(drawn('<img src=x onerror=alert(1)> and <b>so</b>')).not.toMatch(/<img|<b>/)
  expect(drawn('<script>alert(1)</script>')).not.toContain('<script')
})

it('links to the web and to our own pages only', () => {
  expect([safeAddress('https://example.org/a'), safeAddress('/projects/1')]).toEqual(['https://example.org/a', '/projects/1'])
  expect(['javascript:alert(1)', '//evil.example', '/\\evil.example', 'data:text/html,x', ' JaVaScRiPt:alert(1)'].map(safeAddress)).toEqual([undefined, undefined, undefined, undefined, undefined])
  expect(drawn('[x](javascript:alert(1))')).not.toContain('<a')
})
