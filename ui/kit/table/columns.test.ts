import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'

import { drawn, tracks } from './columns'
import TableView from './TableView.vue'

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ id: at, name: `第${at}人` }))
const columns = [{ key: 'name', title: '姓名', text: (row: { name: string }) => row.name }]
const table = (count: number) =>
  mount(TableView, {
    props: { rows: rows(count), columns, rowKey: (row: unknown) => (row as { id: number }).id, label: '人员' } as never,
    attachTo: document.body,
  })

describe('which rows of a long list are drawn', () => {
  it('those in sight and a few beyond', () => {
    expect(drawn(1000, 0, 320, 32)).toEqual({ from: 0, to: 34 })
    expect(drawn(1000, 3200, 320, 32)).toEqual({ from: 88, to: 122 })
  })

  it('never past the end', () => {
    expect(drawn(20, 9999, 320, 32)).toEqual({ from: 20, to: 20 })
    expect(drawn(0, 0, 320, 32)).toEqual({ from: 0, to: 0 })
  })

  it('and fixed widths stand beside shares', () => {
    expect(tracks([{ key: 'a', title: '', width: 80 }, { key: 'b', title: '', share: 2 }])).toBe('80px minmax(72px, 2fr)')
  })
})

describe('a table', () => {
  it('draws a hundred rows whole, and of five thousand only those in sight', () => {
    const short = table(100)
    expect(short.findAll('.row')).toHaveLength(100)
    short.unmount()
    const long = table(5000)
    expect(long.findAll('.row').length).toBeLessThan(60)
    expect(long.attributes('aria-rowcount')).toBe('5001')
    long.unmount()
  })

  it('moves with the arrows and opens with Enter', async () => {
    const shown = table(3)
    await shown.trigger('focus')
    await shown.trigger('keydown', { key: 'ArrowDown' })
    await shown.trigger('keydown', { key: 'End' })
    await shown.trigger('keydown', { key: 'ArrowUp' })
    await shown.trigger('keydown', { key: 'Enter' })
    expect(shown.emitted('open')).toEqual([[{ id: 1, name: '第1人' }]])
    shown.unmount()
  })
})
