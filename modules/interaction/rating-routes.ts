import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  AnswerInput,
  AssignInput,
  BadRating,
  BadRatingPage,
  BadRatingQuery,
  CaseKey,
  ItemKey,
  ItemRatings,
  Rating,
  RatingInput,
} from './contract.ts'
import { answerFollowUp, assignFollowUp } from './follow-up.ts'
import { getOwnRating, rate } from './rate.ts'
import { listBadRatings, ratingsOfItem } from './rating-queries.ts'

const tags = ['interaction']
const own = { may: 'interaction.rate' }

export const ratingRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.post(
    '/my/cases/:caseNumber/rating',
    {
      config: own,
      schema: { operationId: 'rateCase', tags, summary: '评价办件', params: CaseKey, body: RatingInput, response: { 201: Rating } },
    },
    async (request, reply) => reply.code(201).send(await api.perform(request, (act) => rate(act, request.params.caseNumber, request.body))),
  )
  api.get(
    '/my/cases/:caseNumber/rating',
    { config: own, schema: { operationId: 'getMyRating', tags, summary: '我的评价', params: CaseKey, response: { 200: Rating } } },
    (request) => api.read(request, (desk) => getOwnRating(desk, request.params.caseNumber)),
  )
  api.get(
    '/items/:code/ratings',
    {
      config: { may: 'interaction.ratings' },
      schema: { operationId: 'getItemRatings', tags, summary: '事项评价汇总', params: ItemKey, response: { 200: ItemRatings } },
    },
    (request) => api.read(request, ({ tx }) => ratingsOfItem(tx, request.params.code)),
  )
  api.get(
    '/bad-ratings',
    {
      config: { may: 'interaction.lookRatings' },
      schema: { operationId: 'listBadRatings', tags, summary: '差评', querystring: BadRatingQuery, response: { 200: BadRatingPage } },
    },
    (request) => api.read(request, (desk) => listBadRatings(desk, request.query)),
  )
  api.post(
    '/bad-ratings/:caseNumber/assignment',
    {
      config: { may: 'interaction.assignRatings' },
      schema: {
        operationId: 'assignBadRating',
        tags,
        summary: '差评分类交办',
        params: CaseKey,
        body: AssignInput,
        response: { 200: BadRating },
      },
    },
    (request) => api.perform(request, (act) => assignFollowUp(act, request.params.caseNumber, request.body)),
  )
  api.post(
    '/bad-ratings/:caseNumber/answer',
    {
      config: { may: 'interaction.answerRatings' },
      schema: {
        operationId: 'answerBadRating',
        tags,
        summary: '差评办理结果',
        params: CaseKey,
        body: AnswerInput,
        response: { 200: BadRating },
      },
    },
    (request) => api.perform(request, (act) => answerFollowUp(act, request.params.caseNumber, request.body)),
  )
}
