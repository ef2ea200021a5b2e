const minute = 60_000

/** For everyone who is not signed in. Guessing and flooding from one address end here; the limits by phone and name hold besides. */
export const openDoor = { may: 'identity.signIn', secretAnswer: true, rateLimit: { max: 20, timeWindow: minute } }

/** For secrets a signed-in person must know besides: whoever found an open session guesses no faster than this. */
export const rarely = { rateLimit: { max: 10, timeWindow: minute } }
