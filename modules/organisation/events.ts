import type { Administrator } from './contract.ts'

export interface BodyNews {
  code: string
  division: string
}
export interface StaffNews {
  staffId: string
  bodyCode: string
}
export interface RoleNews extends StaffNews {
  role: string
}

declare module '@yiwang/kernel' {
  interface Events {
    'divisions.loaded': { count: number }
    'body.registered': BodyNews
    'body.changed': BodyNews & { changed: string[] }
    'body.retired': BodyNews & { successor?: string }
    'hall.registered': { hallId: string; division: string }
    'hall.changed': { hallId: string; division: string }
    'staff.enrolled': StaffNews
    'staff.changed': StaffNews
    'staff.disabled': StaffNews
    'staff.enabled': StaffNews
    'role.defined': { role: string; administers?: Administrator }
    'role.granted': RoleNews
    'role.withdrawn': RoleNews
    'calendar.published': { year: number; version: number; calendar: string }
  }
}
