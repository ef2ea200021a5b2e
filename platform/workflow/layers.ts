import type { SequenceFlow } from './definition.ts'
import type { Place } from './graph.ts'

/** A place in the grid the nodes of one container are laid out on: columns run with the flow. */
export type Cell = { column: number; row: number }
export type Arrangement = {
  cells: Map<string, Cell>
  /** Cells a long flow passes on its way, so that it crosses no node. */
  via: Map<string, Cell[]>
  /** Flows that lead back. */
  back: Set<string>
}

type Edge = { flow: SequenceFlow; from: string; to: string }

/** Layered arrangement: a node stands after all nodes that lead to it, in the row of the first of them when that is free. */
export function arrange(places: Place[]): Arrangement {
  const hosts = new Map(places.flatMap(({ node }) => (node.type === 'boundaryEvent' ? [[node.id, node.attachedTo] as const] : [])))
  const inGrid = places.filter(({ node }) => node.type !== 'boundaryEvent').map(({ node }) => node.id)
  const known = new Set(inGrid)
  const edges = [...places]
    .sort((a, b) => Number(a.node.type === 'boundaryEvent') - Number(b.node.type === 'boundaryEvent'))
    .flatMap(({ node, outgoing }) => outgoing.map((flow) => ({ flow, from: hosts.get(node.id) ?? node.id, to: flow.target })))
    .filter(({ from, to }) => known.has(from) && known.has(to))
  const starts = places.filter(({ node }) => node.type === 'startEvent').map(({ node }) => node.id)
  const { order, back } = sortOut([...starts, ...inGrid], edges)
  const forward = edges.filter(({ flow }) => !back.has(flow.id))
  return { ...assignRows(order, forward, assignColumns(order, forward)), back }
}

/**
 * Depth first, last flow first: the order in which all predecessors come before their successors and the first flow of a
 * gateway before the others, border events last; and the flows that close a circle.
 */
function sortOut(roots: string[], edges: Edge[]): { order: string[]; back: Set<string> } {
  const leaving = Map.groupBy(edges.toReversed(), ({ from }) => from)
  const state = new Map<string, 'open' | 'closed'>()
  const back = new Set<string>()
  const order: string[] = []
  for (const root of roots) {
    if (state.has(root)) continue
    const stack = [{ id: root, next: 0 }]
    state.set(root, 'open')
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = leaving.get(top.id)?.[top.next++]
      if (!edge) {
        state.set(top.id, 'closed')
        order.unshift(top.id)
        stack.pop()
      } else if (state.get(edge.to) === 'open') back.add(edge.flow.id)
      else if (!state.has(edge.to)) {
        state.set(edge.to, 'open')
        stack.push({ id: edge.to, next: 0 })
      }
    }
  }
  return { order, back }
}

function assignColumns(order: string[], edges: Edge[]): Map<string, number> {
  const columns = new Map(order.map((id) => [id, 0]))
  const leaving = Map.groupBy(edges, ({ from }) => from)
  for (const id of order)
    for (const { to } of leaving.get(id) ?? []) columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(id) ?? 0) + 1))
  return columns
}

type Item = { column: number; from: string[]; node?: string; flow?: string; position: number }

function assignRows(order: string[], edges: Edge[], columns: Map<string, number>): Omit<Arrangement, 'back'> {
  const rows = new Map<string, number>()
  const cells = new Map<string, Cell>()
  const via = new Map<string, Cell[]>()
  const items = [...nodeItems(order, edges, columns), ...passingItems(edges, columns)]
  for (const [column, inColumn] of [...Map.groupBy(items, (item) => item.column)].sort(([a], [b]) => a - b))
    for (const [item, row] of rowsInColumn(inColumn, rows)) {
      if (item.node !== undefined) cells.set(item.node, { column, row })
      if (item.flow !== undefined) via.set(item.flow, [...(via.get(item.flow) ?? []), { column, row }])
      rows.set(item.node ?? `${item.flow}@${column}`, row)
    }
  return { cells, via }
}

/** Each row goes on with one follower; what branches off takes the rows left free below. */
function rowsInColumn(items: Item[], rows: Map<string, number>): Map<Item, number> {
  const wanted = ({ from }: Item) => (from.length === 0 ? 0 : Math.min(...from.map((key) => rows.get(key) ?? 0)))
  const sorted = items.toSorted((a, b) => wanted(a) - wanted(b) || a.position - b.position)
  const taken = new Set<number>()
  const found = new Map<Item, number>()
  const take = (item: Item, row: number) => {
    taken.add(row)
    found.set(item, row)
  }
  for (const item of sorted) if (!taken.has(wanted(item))) take(item, wanted(item))
  for (const item of sorted) {
    if (found.has(item)) continue
    let row = wanted(item)
    while (taken.has(row)) row++
    take(item, row)
  }
  return found
}

function nodeItems(order: string[], edges: Edge[], columns: Map<string, number>): Item[] {
  const arriving = Map.groupBy(edges, ({ to }) => to)
  const columnOf = (id: string) => columns.get(id) ?? 0
  return order.map((node, position) => {
    const column = columnOf(node)
    const from = (arriving.get(node) ?? []).map(({ flow, from: source }) =>
      columnOf(source) === column - 1 ? source : `${flow.id}@${column - 1}`,
    )
    return { column, from, node, position }
  })
}

/** A flow over several columns keeps a cell of its own in each column between. */
function passingItems(edges: Edge[], columns: Map<string, number>): Item[] {
  return edges.flatMap(({ flow, from, to }, index) => {
    const [first, last] = [(columns.get(from) ?? 0) + 1, columns.get(to) ?? 0]
    return Array.from({ length: Math.max(0, last - first) }, (_, step): Item => {
      const column = first + step
      return { column, from: [step === 0 ? from : `${flow.id}@${column - 1}`], flow: flow.id, position: 10_000 + index }
    })
  })
}
