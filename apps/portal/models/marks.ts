/** The match, marked (关键字飘红): pieces of the text as the search gives them, escaped by the template; never HTML from outside. */
export type Mark = { text: string; match: boolean }

export const plain = (text: string): Mark[] => [{ text, match: false }]
