/**
 * What can be ticked beside the faces (好差评指标), GB/T 39735: those of a good rating and those of a bad one. Codes are kept; words are the
 * screens'.
 */
export const ratingTags = {
  good: ['onTime', 'fewVisits', 'clearGuide', 'easyOnline', 'friendlyStaff', 'skilledStaff'],
  bad: [
    'overdue',
    'conditionsAdded',
    'materialsAdded',
    'tooManyVisits',
    'unclearGuide',
    'onlineNotWorking',
    'notToldAtOnce',
    'unfriendlyStaff',
    'unskilledStaff',
    'illegalFee',
  ],
} as const

export type RatingTag = (typeof ratingTags)['good' | 'bad'][number]

/** 差评: the two lowest levels, 不满意 and 非常不满意 (GB/T 39735-2020). */
export function isBad(score: number): boolean {
  return score <= 2
}

/** Tags that do not go with the score: praise beside a bad rating, blame beside one of the two best. In the middle both can be. */
export function strangeTags(score: number, tags: readonly RatingTag[]): RatingTag[] {
  const good: readonly string[] = ratingTags.good
  return tags.filter((tag) => (isBad(score) ? good.includes(tag) : score >= 4 && !good.includes(tag)))
}
