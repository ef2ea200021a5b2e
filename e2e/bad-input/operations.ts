import type { Hall } from '@yiwang/testing'

type App = Hall['app']

/** A JSON Schema as the server's own description gives it; read, never trusted to be more than data. */
export interface Schema {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema | Schema[]
  anyOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  minProperties?: number
  additionalProperties?: boolean | Schema
}

export interface Operation {
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `{name}` for what stands in the path. */
  path: string
  parameters: { name: string; in: 'path' | 'query'; schema: Schema }[]
  body?: Schema
}

interface Described {
  operationId: string
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

/** Every operation the running server says it has. */
export async function operationsOf(app: App): Promise<Operation[]> {
  const { paths } = (await app.inject('/api/v1/openapi.json')).json<{ paths: Record<string, Record<string, Described>> }>()
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): Operation => {
      const body = described.requestBody?.content['application/json']?.schema
      return {
        id: described.operationId,
        method: method.toUpperCase() as Operation['method'],
        path,
        parameters: (described.parameters ?? []).flatMap((one) =>
          one.in === 'path' || one.in === 'query' ? [{ name: one.name, in: one.in, schema: one.schema }] : [],
        ),
        ...(body ? { body } : {}),
      }
    }),
  )
}

/** Every route the router really knows, `METHOD /path/:/part` whatever stands there, read from its own drawing of the tree. */
export function routesOf(app: App): string[] {
  const branches: string[] = []
  const routes: string[] = []
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const found = /^((?:│ {3}| {4})*)(?:├── |└── )(.*?)(?: \(([A-Z, ]+)\))?$/.exec(line)
    if (!found) continue
    const [, indent = '', part = '', methods] = found
    const depth = indent.length / 4
    branches.length = depth
    branches[depth] = part
    if (methods) for (const method of methods.split(', ')) routes.push(`${method} ${branches.join('').replaceAll(/:[\w|:]+/g, ':')}`)
  }
  return routes
}
