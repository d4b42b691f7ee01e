import { describe, expect, it } from 'vitest'

import { earliest, latest, monthsBetween } from './days'
import { layOut, widthOf, type Bar, type Layout, type TimelineGap, type TimelineLine } from './layout'

const canvas = { width: 1000, asOf: '2023-03-31' }

function line(key: number, start: string | null, end: string | null, more: Partial<TimelineLine> = {}): TimelineLine {
  return { key, start, end, ended: end !== null, heldOn: null, hatchedTo: null, band: 0, labels: [`青云县财政局副局长`, '副局长', String(key)], ...more }
}

function laid(lines: TimelineLine[], gaps: TimelineGap[] = [], on = canvas): Layout {
  return layOut(lines, gaps, on)
}

function bar(layout: Layout, key: number): Bar {
  const found = layout.bars.find((one) => one.key === key)
  if (!found) throw new Error(`${key} is not drawn`)
  return found
}

const right = (one: Bar) => one.x + one.width

describe('a date on the scale', () => {
  it('runs from the first day that it can mean to the last', () => {
    expect(latest('2019-03') - earliest('2019-03')).toBe(30)
    expect(latest('2020') - earliest('2020')).toBe(365)
    expect(latest('2019-03-05')).toBe(earliest('2019-03-05'))
    expect(latest('2024-02') - earliest('2024-02-28')).toBe(1)
  })

  it('gives whole months only between exact days', () => {
    expect(monthsBetween('2019-03-15', '2021-05-14')).toBe(25)
    expect(monthsBetween('2019-03-15', '2021-05-15')).toBe(26)
    expect(monthsBetween('2019-03', '2021-05-15')).toBe(null)
  })
})

describe('a timeline to scale', () => {
  it('draws length as time: twice as long is twice as wide', () => {
    const layout = laid([line(1, '2011-01-01', '2013-01-01'), line(2, '2013-01-01', '2017-01-01')])
    expect(bar(layout, 2).width / bar(layout, 1).width).toBeCloseTo(2, 1)
    expect(right(bar(layout, 1))).toBeCloseTo(bar(layout, 2).x, 5)
  })

  it('keeps a handover in one lane and puts what overlaps into the next', () => {
    const layout = laid([line(1, '2011-01-01', '2013-01-01'), line(2, '2013-01-01', null), line(3, '2012-01-01', '2014-01-01')])
    expect([bar(layout, 1).lane, bar(layout, 2).lane, bar(layout, 3).lane]).toEqual([0, 0, 1])
    expect(layout.lanes).toBe(2)
  })

  it('ends what runs at the day asked about, and draws nothing beyond it', () => {
    const layout = laid([line(1, '2020-01-01', null), line(2, '2015-01-01', '2030-01-01', { ended: false })])
    expect(right(bar(layout, 1))).toBeCloseTo(1000, 5)
    expect(right(bar(layout, 2))).toBeLessThanOrEqual(1000)
    expect(bar(layout, 1).runs).toBe(true)
  })

  it('fades an unknown start out to the left and never reaches back to an invented one', () => {
    const layout = laid([line(1, null, '2015-06-01'), line(2, '2015-06-01', null)])
    const unknown = bar(layout, 1)
    expect(unknown.openLeft).toBe(true)
    expect(unknown.fadeLeft).toBe(unknown.width)
    expect(right(unknown)).toBeCloseTo(bar(layout, 2).x, 5)
    expect(unknown.width).toBeLessThanOrEqual(56)
  })

  it('is solid from a day on which it is known to have run, where the start is not', () => {
    const layout = laid([line(1, null, null, { heldOn: '2018-11' }), line(2, '2010-01-01', null)])
    const sure = bar(layout, 1).x + bar(layout, 1).fadeLeft
    expect(bar(layout, 1).fadeLeft).toBe(56)
    expect(right(bar(layout, 1)) - sure).toBeCloseTo(((earliest('2023-04-01') - earliest('2018-11-01')) / (earliest('2023-04-01') - earliest('2010-01-01'))) * 944, 0)
  })

  it('fades an unknown end out to the right, and does not place what has neither', () => {
    const layout = laid([line(1, '2015-06-01', null, { ended: true }), line(2, null, null, { ended: true })])
    expect(bar(layout, 1).fadeRight).toBeGreaterThan(0)
    expect(layout.unplaced).toEqual([2])
    expect(layout.bars.map((one) => one.key)).toEqual([1])
  })

  it('blurs months and years over all the days that they can mean', () => {
    const layout = laid([line(1, '2015', '2019-03', {}), line(2, '2019-03-10', null)])
    const perYear = bar(layout, 1).fadeLeft
    expect(perYear).toBeGreaterThan(100)
    expect(bar(layout, 1).fadeRight).toBeGreaterThanOrEqual(6)
    expect(bar(layout, 2).fadeLeft).toBe(0)
  })

  it('lets blurred ends of one month meet in one lane', () => {
    const layout = laid([line(1, '2015-01', '2019-03'), line(2, '2019-03', null)])
    expect(layout.lanes).toBe(1)
  })

  it('hatches probation to its end, and no further than the day asked about', () => {
    const layout = laid([line(1, '2021-03-31', null, { hatchedTo: '2022-03-31' }), line(2, '2023-01-01', null, { hatchedTo: '2024-01-01', band: 1 })])
    const first = bar(layout, 1)
    expect(first.hatch?.width ?? 0).toBeCloseTo(first.width / 2, -1)
    const second = bar(layout, 2)
    expect(second.hatch?.width ?? 0).toBeLessThanOrEqual(second.width + 0.01)
  })

  it('shows a short tenure at least as wide as can be pointed at', () => {
    const layout = laid([line(1, '2003-01-01', '2003-01-05'), line(2, '2003-02-01', null)])
    expect(bar(layout, 1).width).toBeGreaterThanOrEqual(5)
  })

  it('keeps bands below one another, each with at least one lane', () => {
    const layout = laid([line(1, '2015-01-01', null, { band: 2 }), line(2, '2015-01-01', null), line(3, '2016-01-01', null)])
    expect(layout.bands).toEqual([{ lane: 0, lanes: 2 }, { lane: 2, lanes: 1 }, { lane: 3, lanes: 1 }])
    expect(bar(layout, 1).lane).toBe(3)
  })

  it('draws a vacancy over its own days, with its length where there is room', () => {
    const layout = laid(
      [line(1, '2015-01-01', '2017-01-01'), line(2, '2018-01-01', null)],
      [{ from: '2017-01-01', to: '2018-01-01', kind: 'vacant', labels: ['空缺365天', '365'] }],
    )
    expect(layout.gaps[0]?.x).toBeCloseTo(right(bar(layout, 1)), 5)
    expect((layout.gaps[0]?.x ?? 0) + (layout.gaps[0]?.width ?? 0)).toBeCloseTo(bar(layout, 2).x, 5)
    expect(layout.gaps[0]?.label?.text).toBe('空缺365天')
  })

  it('draws the vacancy of one seat in the lane whose holder left, and none where no lane is empty', () => {
    const lines = [line(1, '2010-01-01', null), line(2, '2011-01-01', '2015-01-01'), line(3, '2016-01-01', null)]
    const gap = (from: string, to: string): TimelineGap => ({ from, to, kind: 'vacant', labels: ['空缺'] })
    const layout = laid(lines, [gap('2015-01-01', '2016-01-01'), gap('2012-01-01', '2013-01-01')])
    expect(layout.gaps.map((one) => [one.at, one.lane])).toEqual([[0, 1]])
  })
})

describe('words in a timeline', () => {
  it('are the fullest that fit, and never touch another in their lane', () => {
    const lines = Array.from({ length: 30 }, (_, at) =>
      line(at, `${1995 + at}-0${(at % 9) + 1}-01`, at === 29 ? null : `${1995 + at + (at % 3)}-1${at % 3}-15`, { ended: at !== 29 }),
    )
    for (const width of [300, 640, 1000, 1600]) {
      const layout = laid(lines, [], { width, asOf: '2025-03-31' })
      for (let lane = 0; lane < layout.lanes; lane += 1) {
        const words = layout.bars.filter((one) => one.lane === lane && one.label).sort((a, b) => (a.label?.x ?? 0) - (b.label?.x ?? 0))
        words.forEach((one, at) => {
          const until = (one.label?.x ?? 0) + widthOf(one.label?.text ?? '')
          expect(until, `${one.label?.text} in a timeline ${width} wide`).toBeLessThanOrEqual(words[at + 1]?.label?.x ?? width)
        })
      }
    }
  })

  it('stand in the bar where it is wide, behind it where it is short', () => {
    const layout = laid([line(1, '2003-01-01', '2003-06-01'), line(2, '2010-01-01', null)])
    expect(bar(layout, 1).label).toMatchObject({ text: '青云县财政局副局长' })
    expect(bar(layout, 1).label?.x).toBeGreaterThan(right(bar(layout, 1)))
    expect(bar(layout, 2).label?.x).toBeLessThan(right(bar(layout, 2)))
  })
})

describe('the axis', () => {
  it('has years that do not touch, whatever the length', () => {
    for (const start of ['1960-05-01', '1990-05-01', '2010-01-01', '2019-07-01', '2022-08-01', '2023-03-01']) {
      const { ticks } = laid([line(1, start, null)], [], { width: 900, asOf: '2023-03-31' })
      expect(ticks.length, `from ${start}`).toBeGreaterThan(2)
      ticks.slice(1).forEach((tick, at) => {
        const before = ticks[at]
        expect(tick.x - (before?.x ?? 0), `${before?.label} and ${tick.label}`).toBeGreaterThan(widthOf(before?.label ?? '') + 4)
      })
    }
  })

  it('counts in months where the history is short, in years where it is long', () => {
    expect(laid([line(1, '2022-08-01', null)]).ticks[0]?.label).toMatch(/^\d{4}\.\d\d$/)
    expect(laid([line(1, '1990-08-01', null)]).ticks[0]?.label).toMatch(/^\d{4}$/)
  })
})
