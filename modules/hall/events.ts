export interface AppointmentFacts {
  number: string
  hallId: string
  implementationCode: string
  bodyCode: string
  division: string
  day: string
  channel: string
}

declare module '@yiwang/kernel' {
  interface Events {
    'appointment.booked': AppointmentFacts
    'appointment.confirmed': AppointmentFacts
    'appointment.served': AppointmentFacts
    'appointment.cancelled': AppointmentFacts & { by: 'holder' | 'hall' }
    /** Nobody came, or took a ticket and was not there when called. */
    'appointment.missed': AppointmentFacts & { ticketed: boolean }
    'appointment.bookingSuspended': { suspensionId: string; misses: number; endsAt: string; division: string }
    'appointment.suspensionLifted': { suspensionId: string; division: string }
    'hall.offerSet': { hallId: string; implementationCode: string; open: boolean; division: string }
    'hall.dayExcepted': { hallId: string; day: string; kind: string; division: string; cancelled: number }
  }
  interface Jobs {
    'hall.remind': Record<string, never>
    'hall.miss': Record<string, never>
  }
}
