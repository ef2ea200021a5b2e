import { Pool } from 'undici'
import type { Person } from './office.ts'

export interface ApiClient {
  post<T>(by: Person, path: string, body: object): Promise<T>
  get<T>(by: Person, path: string): Promise<T>
  close(): Promise<void>
}

/** A client as lean as one can be, since it shares the cores with what it measures. */
export function openClient(port: number, connections: number): ApiClient {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 })
  const send = async <T>(method: 'GET' | 'POST', { token }: Person, path: string, body?: object): Promise<T> => {
    const headers = { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) }
    const answer = await pool.request({ method, path: `/api/v1${path}`, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    const said = await answer.body.text()
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${said}`)
    return JSON.parse(said) as T
  }
  return { post: (by, path, body) => send('POST', by, path, body), get: (by, path) => send('GET', by, path), close: () => pool.close() }
}
