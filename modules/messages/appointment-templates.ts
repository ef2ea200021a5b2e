/** What a person is told of his appointments (预约, 五（一）2（4）②). */
export const appointmentTemplates = {
  appointmentBooked: {
    kind: 'affair',
    'zh-CN': { title: '预约成功', text: '您已预约办理“{item}”：{when}，{hall} {counter}，预约号 {number}。' },
    en: { title: 'Appointment booked', text: 'You booked “{item}”: {when}, {hall}, counter {counter}. The number is {number}.' },
  },
  appointmentConfirmed: {
    kind: 'affair',
    'zh-CN': { title: '预约已确认', text: '您办理“{item}”的预约（{number}）已由大厅确认：{when}，{hall} {counter}。' },
    en: {
      title: 'Appointment confirmed',
      text: 'The hall confirmed your appointment for “{item}” ({number}): {when}, {hall}, counter {counter}.',
    },
  },
  appointmentCancelled: {
    kind: 'affair',
    'zh-CN': {
      title: '预约被取消',
      text: '{hall} 取消了您办理“{item}”的预约（{number}，{when}，{counter}），原因：{reason}。请改约其他时间。',
    },
    en: {
      title: 'Appointment cancelled',
      text: '{hall} cancelled your appointment for “{item}” ({number}, {when}, counter {counter}). Reason: {reason}. Please book another time.',
    },
  },
  appointmentReminder: {
    kind: 'affair',
    'zh-CN': {
      title: '预约提醒',
      text: '请于 {when} 到{hall} {counter} 办理“{item}”，预约号 {number}。因故无法办理的，须取消预约：{link}',
    },
    en: {
      title: 'Your appointment is soon',
      text: 'Please come to {hall}, counter {counter}, on {when} for “{item}”. The number is {number}. If you cannot come you must cancel: {link}',
    },
  },
  appointmentSuspended: {
    kind: 'affair',
    'zh-CN': { title: '网上预约暂停', text: '您失约 {misses} 次，网上预约暂停至 {until}。期间仍可到大厅现场取号办理。' },
    en: {
      title: 'Booking online suspended',
      text: 'You missed {misses} appointments; booking online is suspended until {until}. You can still take a ticket at the hall.',
    },
  },
} as const
