import { expect, it } from 'vitest'
import { whereIs } from './where'

it('names the project of its pages', () => {
  expect(whereIs('/projects/17/plan', '?row=3')).toEqual({ page: '/projects/17/plan?row=3', node_id: 17, sheet_id: null, row_id: null })
})

it('names sheet and row of a register', () => {
  expect(whereIs('/sheet/8', '?row=%228.5%22&panel=true')).toMatchObject({ node_id: null, sheet_id: 8, row_id: 5 })
  expect(whereIs('/request/8/5', '')).toMatchObject({ sheet_id: 8, row_id: 5 })
})

it('names the place that the portfolio looks at, and nothing at Home', () => {
  expect(whereIs('/portfolio', '?node=4').node_id).toBe(4)
  expect(whereIs('/', '')).toEqual({ page: '/', node_id: null, sheet_id: null, row_id: null })
})
