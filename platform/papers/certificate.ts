import { day, line, list, object, prose } from './shape.ts'

/** One field of a licence face (照面): its label and value; `wide` takes the whole row. */
const faceField = object({ label: { type: 'string', minLength: 1, maxLength: 20 }, value: prose }, { wide: { type: 'boolean' } })

/** The face of any licence: its type gives name, style and labels, the licence gives values. */
export const certificate = object(
  {
    name: { type: 'string', minLength: 1, maxLength: 40 },
    layout: { type: 'string', enum: ['portrait', 'landscape'] },
    colour: { type: 'string', enum: ['red', 'blue', 'green', 'gold'] },
    licenceNumber: line,
    issuer: line,
    fields: list(faceField, { atLeast: 1, atMost: 24 }),
    verifyUrl: { type: 'string', pattern: '^https?://[^\\s]{1,300}$' },
  },
  {
    copy: { type: 'string', enum: ['正本', '副本'] },
    issuedOn: day,
    validFrom: day,
    /** Left out: 长期. */
    validUntil: day,
    statement: prose,
    identifier: line,
    watermark: { type: 'string', minLength: 1, maxLength: 120 },
    qrCaption: { type: 'string', minLength: 1, maxLength: 24 },
  },
)
