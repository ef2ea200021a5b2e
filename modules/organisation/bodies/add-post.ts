import type { Act } from '@yiwang/kernel'
import type { Post, PostInput } from '../contract.ts'
import { getBodyToManage, insertPost } from './body-store.ts'

/** A post with its duty (岗位名称、工作职责, guide 四（二）3（2）业务流程); steps of a flow name it. */
export async function addPost(act: Act, bodyCode: string, input: PostInput): Promise<Post> {
  await getBodyToManage(act, bodyCode)
  const post: Post = { bodyCode, ...input }
  await insertPost(act.tx, post)
  return post
}
