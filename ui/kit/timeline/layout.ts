// Where everything of a timeline stands: a pure function from tenures to pixels. Nothing is drawn as more exact
// than it is known: a month or a year has a blurred end, an unknown one fades out, and what has no place in time at
// all is not placed.

import { earliest, firstOf, latest, monthOf, type Day } from './days'

/** A stretch of time to be drawn. */
export interface TimelineLine {
  key: number
  /** The first day; null where it is not known. */
  start: string | null
  /** The day from which it is over; null while it runs, or where it is not known. */
  end: string | null
  ended: boolean
  /** A day on which it is known to have run, where its start is not: it is solid from there on. */
  heldOn: string | null
  /** Hatched from the start to this day. */
  hatchedTo: string | null
  /** Bands stand below one another; within one, lines share a lane while they do not overlap. */
  band: number
  /** What to write, the fullest first: the first that fits is taken. */
  labels: string[]
}

/** A stretch in which nothing holds (white) or too much does (a bracket). */
export interface TimelineGap {
  from: string
  to: string | null
  kind: 'vacant' | 'over'
  labels: string[]
}

/** What the drawing has room for. */
export interface Canvas {
  /** Pixels from the first day to the last. */
  width: number
  /** The day asked about: nothing is drawn beyond it. */
  asOf: string
}

/** Words with the pixel at which they begin. */
export interface Label {
  text: string
  x: number
}

/** A line in its place. `x` and `width` take in the blurred ends. */
export interface Bar {
  key: number
  lane: number
  x: number
  width: number
  /** Pixels over which the left end fades in; 0 for an exact day. */
  fadeLeft: number
  fadeRight: number
  /** The left end is not known at all. */
  openLeft: boolean
  /** It still runs on the day asked about. */
  runs: boolean
  hatch: { x: number; width: number } | null
  label: Label | null
}

/** A gap in its place. */
export interface GapBox {
  /** Its place in the list given. */
  at: number
  kind: TimelineGap['kind']
  /** The lane in which it is empty: the one whose holder left as it began, where there is one. */
  lane: number
  x: number
  width: number
  label: Label | null
}

/** A mark of the axis; without words where there is no room for them. */
export interface Tick {
  x: number
  label: string
}

/** A whole timeline. */
export interface Layout {
  bars: Bar[]
  gaps: GapBox[]
  ticks: Tick[]
  /** The first lane of each band, and how many it has. */
  bands: { lane: number; lanes: number }[]
  lanes: number
  /** Lines of which neither start nor end is known. */
  unplaced: number[]
}

const LEAST = 5
const BLUR = 6
const FADE = 56
const PAD = 6
const EM = 12

/** The width of words in the timeline's type, in pixels, on the safe side. */
export function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) < 0x2e80 ? EM * 0.6 : EM
  return width
}

interface Placed extends Bar {
  labels: string[]
  band: number
  /** The stretch that nothing else in the lane may touch: blurred ends may meet, fading ones may not. */
  core: [number, number]
}

/** Lays out lines and gaps. */
export function layOut(lines: TimelineLine[], gaps: TimelineGap[], canvas: Canvas): Layout {
  const placed = lines.filter((line) => line.start !== null || line.end !== null || !line.ended)
  const scale = scaleOf(placed, gaps, canvas)
  const bands = Math.max(1, ...lines.map((line) => line.band + 1))
  const bars = placed.map((line) => barOf(line, scale))
  const spans = pack(bars, bands)
  label(bars, canvas.width)
  return {
    bars: bars.map(({ key, lane, x, width, fadeLeft, fadeRight, openLeft, runs, hatch, label: words }) => ({
      key, lane, x, width, fadeLeft, fadeRight, openLeft, runs, hatch, label: words,
    })),
    gaps: gaps.flatMap((gap, at) => gapOf(gap, at, scale, bars, spans[0]?.lanes ?? 1) ?? []),
    ticks: ticksOf(scale),
    bands: spans,
    lanes: spans.reduce((sum, band) => sum + band.lanes, 0),
    unplaced: lines.filter((line) => !placed.includes(line)).map((line) => line.key),
  }
}

interface Scale {
  first: Day
  last: Day
  left: number
  width: number
  at: (day: Day) => number
}

function scaleOf(lines: TimelineLine[], gaps: TimelineGap[], canvas: Canvas): Scale {
  const last = latest(canvas.asOf) + 1
  const known = [
    ...lines.flatMap((line) => [line.start ?? line.heldOn, line.end]),
    ...gaps.flatMap((gap) => [gap.from, gap.to]),
  ].flatMap((date) => (date ? [earliest(date)] : []))
  const from = Math.min(last - 365, ...known)
  const { year, month } = monthOf(from)
  // A year begins the scale; a short history begins with its month.
  const first = last - from > 3 * 366 ? firstOf(year, 1) : firstOf(year, month)
  // An unknown start needs room to fade out before the first day of the scale.
  const left = lines.some((line) => line.start === null) ? FADE : 0
  const width = Math.max(1, canvas.width - left)
  return { first, last, left, width, at: (day) => left + ((Math.min(day, last) - first) / (last - first)) * width }
}

function barOf(line: TimelineLine, scale: Scale): Placed {
  const runs = !line.ended
  const begin = line.start === null ? null : { x: scale.at(earliest(line.start)), to: scale.at(latest(line.start)) }
  const stop =
    line.end !== null
      ? { from: scale.at(earliest(line.end)), x: scale.at(latest(line.end)) }
      : runs
        ? { from: scale.at(scale.last), x: scale.at(scale.last) }
        : null
  const sure = line.heldOn === null ? (stop?.from ?? 0) : Math.min(scale.at(earliest(line.heldOn)), stop?.from ?? Infinity)
  const x0 = begin?.x ?? Math.max(0, sure - FADE)
  const x1 = stop?.x ?? (begin?.to ?? 0) + FADE
  const width = Math.max(LEAST, x1 - x0)
  const blur = (exact: boolean, from: number, to: number) => (exact ? 0 : Math.min(width / 2, Math.max(BLUR, to - from)))
  const fadeLeft = begin === null ? Math.min(FADE, width) : blur(isDay(line.start), begin.x, begin.to)
  const fadeRight = stop === null ? Math.min(FADE, width) : line.end === null ? 0 : blur(isDay(line.end), stop.from, stop.x)
  const hatchTo = line.hatchedTo === null || line.start === null ? null : scale.at(latest(line.hatchedTo))
  const hatchEnd = hatchTo === null ? x0 : Math.min(hatchTo, x0 + width)
  return {
    key: line.key,
    lane: 0,
    band: line.band,
    x: x0,
    width,
    fadeLeft,
    fadeRight,
    openLeft: begin === null,
    runs: runs && line.end === null,
    hatch: hatchEnd - x0 >= 2 ? { x: x0, width: hatchEnd - x0 } : null,
    label: null,
    labels: line.labels,
    core: [begin === null ? x0 : x0 + fadeLeft, stop === null ? x0 + width : x0 + width - fadeRight],
  }
}

function isDay(date: string | null): boolean {
  return date !== null && date.length === 10
}

/** Gives every bar a lane of its band, the earliest first; says where each band begins. */
function pack(bars: Placed[], bands: number): { lane: number; lanes: number }[] {
  const spans: { lane: number; lanes: number }[] = []
  let top = 0
  for (let band = 0; band < bands; band += 1) {
    const free: number[] = []
    const mine = bars.filter((bar) => bar.band === band).sort((a, b) => a.core[0] - b.core[0] || a.core[1] - b.core[1])
    for (const bar of mine) {
      const fits = free.findIndex((end) => end <= bar.core[0] + 0.5)
      const lane = fits < 0 ? free.length : fits
      free[lane] = bar.core[1]
      bar.lane = top + lane
    }
    // A band without lines keeps its lane, so that its gap can be seen.
    const lanes = Math.max(1, free.length)
    spans.push({ lane: top, lanes })
    top += lanes
  }
  return spans
}

/** Writes into each bar what fits, else behind it where the lane is free. No two labels touch. */
function label(bars: Placed[], right: number): void {
  for (const bar of bars) {
    const next = Math.min(right, ...bars.filter((other) => other.lane === bar.lane && other.x > bar.x).map((other) => other.x))
    const inside = bar.x + (bar.openLeft ? bar.fadeLeft / 2 : Math.min(bar.fadeLeft, 10)) + PAD
    const room = bar.x + bar.width - PAD - inside
    const [fullest] = bar.labels
    const within = bar.labels.find((text) => widthOf(text) <= room)
    const behind = bar.x + bar.width + 4
    const beside = bar.labels.find((text) => widthOf(text) <= next - behind - PAD)
    if (within !== undefined && (within === fullest || beside === undefined)) bar.label = { text: within, x: inside }
    else if (beside !== undefined && (within === undefined || bar.labels.indexOf(beside) < bar.labels.indexOf(within)))
      bar.label = { text: beside, x: behind }
    else if (within !== undefined) bar.label = { text: within, x: inside }
  }
}

/** A gap in the first band; null where no lane is empty over all of it, for then there is no white to show. */
function gapOf(gap: TimelineGap, at: number, scale: Scale, bars: Placed[], lanes: number): GapBox | null {
  const x = scale.at(earliest(gap.from))
  const end = scale.at(gap.to === null ? scale.last : latest(gap.to))
  const width = Math.max(2, end - x)
  let lane = 0
  if (gap.kind === 'vacant') {
    const inLane = (one: number) => bars.filter((bar) => bar.lane === one)
    const empty = Array.from({ length: lanes }, (_, one) => one).filter((one) =>
      inLane(one).every((bar) => bar.core[1] <= x + 1 || bar.core[0] >= end - 1),
    )
    const left = empty.find((one) => inLane(one).some((bar) => Math.abs(bar.core[1] - x) <= 1))
    const first = left ?? empty[0]
    if (first === undefined) return null
    lane = first
  }
  const text = gap.labels.find((words) => widthOf(words) <= width - 4)
  return { at, kind: gap.kind, lane, x, width, label: text === undefined ? null : { text, x: x + (width - widthOf(text)) / 2 } }
}

const STEPS = [1, 3, 6, 12, 24, 60, 120, 240]
const APART = 44

/** The marks of the axis: months, years or tens of years, never so close that their words touch. */
function ticksOf(scale: Scale): Tick[] {
  const perMonth = (scale.width / (scale.last - scale.first)) * 30.44
  const step = STEPS.find((months) => perMonth * months >= (months < 12 ? APART + 14 : APART)) ?? 240
  const { year, month } = monthOf(scale.first)
  const years = step / 12
  let at = step >= 12 ? Math.ceil((year + (month - 1) / 12) / years) * years * 12 : year * 12 + Math.ceil((month - 1) / step) * step
  const ticks: Tick[] = []
  for (;;) {
    const [y, m] = [Math.floor(at / 12), (at % 12) + 1]
    const day = firstOf(y, m)
    if (day >= scale.last) return ticks
    const words = step >= 12 ? String(y) : `${y}.${String(m).padStart(2, '0')}`
    // The last year's words would run out of the drawing where the year has only begun.
    const fits = scale.at(day) + 4 + widthOf(words) <= scale.left + scale.width
    ticks.push({ x: scale.at(day), label: fits ? words : '' })
    at += step
  }
}
