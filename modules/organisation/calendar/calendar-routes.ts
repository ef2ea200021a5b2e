import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { CalendarSpan, CalendarYear, PublishedCalendar } from '../contract.ts'
import { calendarAt } from './calendar-at.ts'
import { offDays } from './off-days.ts'
import { publishCalendarYear } from './publish-calendar-year.ts'

const tags = ['organisation']
const YearKey = Type.Object({ year: Type.Integer({ minimum: 2023, maximum: 2200 }) })

export const calendarRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/calendar/:year',
    {
      config: { may: 'organisation.look' },
      schema: { operationId: 'getCalendar', tags, summary: '一年的休息日', params: YearKey, response: { 200: CalendarSpan } },
    },
    (request) => api.read(request, async (desk) => offDays(await calendarAt(desk), request.params.year)),
  )
  api.post(
    '/calendar/:year',
    {
      config: { may: 'organisation.publishCalendar' },
      schema: {
        operationId: 'publishCalendarYear',
        tags,
        summary: '发布节假日安排',
        params: YearKey,
        body: CalendarYear,
        response: { 200: PublishedCalendar },
      },
    },
    (request) => api.perform(request, (act) => publishCalendarYear(act, request.params.year, request.body)),
  )
}
