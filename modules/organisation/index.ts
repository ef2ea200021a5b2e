export { organisation } from './module.ts'
export type { BodyNews, RoleNews, StaffNews } from './events.ts'

export { divisionPath, findDivision, getDivision, listDivisions } from './divisions/division-store.ts'
export { loadDivisions } from './divisions/load-divisions.ts'

export { findBody, getActiveBody, getBody, listDepartments, listPosts } from './bodies/body-store.ts'
export { listBodies, type BodyQuery } from './bodies/body-queries.ts'
export { registerBody } from './bodies/register-body.ts'
export { changeBody } from './bodies/change-body.ts'
export { retireBody } from './bodies/retire-body.ts'
export { addDepartment } from './bodies/add-department.ts'
export { addPost } from './bodies/add-post.ts'

export { countersOf, getHall, hallsOf } from './halls/hall-store.ts'
export { registerHall } from './halls/register-hall.ts'
export { changeHall } from './halls/change-hall.ts'
export { registerCounter } from './halls/register-counter.ts'

export { findStaff, findStaffByNumber, getStaff, getStaffToManage } from './staff/staff-store.ts'
export { enrolStaff } from './staff/enrol-staff.ts'
export { changeStaff } from './staff/change-staff.ts'
export { disableStaff, enableStaff } from './staff/disable-staff.ts'

export { getRole, grantsOf, rolesOf } from './roles/role-store.ts'
export { defineRole } from './roles/define-role.ts'
export { grantRole } from './roles/grant-role.ts'
export { withdrawRole } from './roles/withdraw-role.ts'

export { calendarAt } from './calendar/calendar-at.ts'
export { publishCalendarYear } from './calendar/publish-calendar-year.ts'
