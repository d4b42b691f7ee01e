// What a table shows: its columns, and which rows of a long list are drawn.

/** A column. */
export interface Column<Row> {
  /** Its name; also the name of the slot `cell-…` that draws it. */
  key: string
  /** Its heading. */
  title: string
  /** The plain text of a cell, where no slot draws it. */
  text?: (row: Row) => string
  /** Its width in pixels; without one it shares what is left. */
  width?: number
  /** Its share of what is left; 1 where not said. */
  share?: number
  /** Numbers and dates stand at the end. */
  align?: 'start' | 'end' | 'center'
  /** Never broken nor cut: dates and document numbers. */
  whole?: boolean
}

/** The rows [from, to) to draw, for a list scrolled to `top` in a window `height` high, all in pixels. */
export function drawn(count: number, top: number, height: number, row: number): { from: number; to: number } {
  // Rows beyond the edge keep the list whole while it is scrolled by the wheel.
  const beyond = 12
  const visible = Math.ceil((height || 640) / row)
  const from = Math.max(0, Math.min(count, Math.floor(top / row) - beyond))
  return { from, to: Math.min(count, from + visible + 2 * beyond) }
}

/** The columns as a CSS grid. */
export function tracks<Row>(columns: Column<Row>[]): string {
  return columns
    .map((column) => (column.width === undefined ? `minmax(72px, ${column.share ?? 1}fr)` : `${column.width}px`))
    .join(' ')
}
