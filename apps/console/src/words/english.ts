import accounts from './accounts.en.json' with { type: 'json' }
import cases from './cases.en.json' with { type: 'json' }
import catalogue from './catalogue.en.json' with { type: 'json' }
import halls from './halls.en.json' with { type: 'json' }
import ratings from './ratings.en.json' with { type: 'json' }
import counter from './counter.en.json' with { type: 'json' }
import licences from './licences.en.json' with { type: 'json' }
import records from './records.en.json' with { type: 'json' }
import shell from './shell.en.json' with { type: 'json' }

export const english = { ...shell, ...cases, ...counter, ...catalogue, ...licences, ...accounts, ...records, ...ratings, ...halls }
