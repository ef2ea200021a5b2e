/** What openapi.json says of each path, as types: which methods it has, what goes in, what comes out. */
import type { paths } from './generated/api.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Root = '/api/v1'
type Whole<Path extends string> = `${Root}${Path}`
type Short<Path> = Path extends `${Root}${infer Rest}` ? Rest : never

/** Every path that has the method, as callers write it: without the root. */
export type PathOf<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<M, { responses: unknown }> ? Short<Path> : never
}[keyof paths]

type Operation<M extends Method, Path extends string> =
  Whole<Path> extends keyof paths ? paths[Whole<Path>][M & keyof paths[Whole<Path>]] : never

type Json<Part> = Part extends { content: { 'application/json': infer Body } } ? Body : never
type Good<Responses> = Responses extends { 200: infer Answer } ? Answer : Responses extends { 201: infer Answer } ? Answer : never

/** What a good answer holds; `undefined` where there is nothing to say. */
export type Answer<M extends Method, Path extends string> =
  Operation<M, Path> extends { responses: infer Responses }
    ? [Json<Good<Responses>>] extends [never]
      ? undefined
      : Json<Good<Responses>>
    : never

type Parameters<M extends Method, Path extends string> = Operation<M, Path> extends { parameters: infer All } ? All : never
type InPath<M extends Method, Path extends string> =
  Parameters<M, Path> extends { path: infer Keys } ? { path: { [Name in keyof Keys]: Keys[Name] | string } } : { path?: never }
type InQuery<M extends Method, Path extends string> =
  Parameters<M, Path> extends { query?: infer Asked } ? { query?: { [Name in keyof Asked]?: Asked[Name] | undefined } } : { query?: never }
type InBody<M extends Method, Path extends string> =
  Operation<M, Path> extends { requestBody: infer Body } ? { body: Json<Body> } : { body?: never }

export interface Sending {
  signal?: AbortSignal
  /** The same key for the same mutation, also when it is sent again. */
  idempotencyKey?: string
}

export type Options<M extends Method, Path extends string> = Sending & InPath<M, Path> & InQuery<M, Path> & InBody<M, Path>

/** Nothing need be given where nothing is asked. */
export type Given<M extends Method, Path extends string> =
  object extends Options<M, Path> ? [options?: Options<M, Path>] : [options: Options<M, Path>]

export type Call<M extends Method> = <Path extends PathOf<M>>(path: Path, ...given: Given<M, Path>) => Promise<Answer<M, Path>>

/** Lists: a page of rows at a time. */
export type ListPath = { [Path in PathOf<'get'>]: Answer<'get', Path> extends { items: unknown[] } ? Path : never }[PathOf<'get'>]
/** What a list can be asked for, besides where its page begins. */
export type ListQuery<Path extends ListPath> = Omit<NonNullable<Options<'get', Path>['query']>, 'after' | 'limit'>
export type RowOf<Path extends ListPath> = Answer<'get', Path> extends { items: (infer Row)[] } ? Row : never
